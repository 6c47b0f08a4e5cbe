import { badRequest } from '../../http/refusal.ts';
import type { World } from '../world.ts';
import { type Change, compared, type Fields, type Identity, type Item, type List } from './model.ts';

/** Writes a new row. The check of unique columns and the write are one step, as under a lock. */
export function insertItem(world: World, list: List, fields: Fields, by: Identity): Item {
  refuseDuplicates(world, list, fields);
  if (world.behaviour.quirks && world.random.chance(0.02)) list.nextId += 1 + world.random.below(3);
  const now = world.clock();
  const item: Item = {
    id: list.nextId,
    uniqueId: world.random.guid(),
    created: now,
    createdBy: by,
    version: 1,
    modified: now,
    modifiedBy: by,
    fields,
    history: [],
  };
  list.nextId += 1;
  list.items.set(item.id, item);
  addToIndexes(list, item);
  recordChange(list, { item: item.id, at: now });
  return item;
}

/** Changes a row; a field set to undefined is emptied. */
export function updateItem(world: World, list: List, item: Item, changes: Fields, by: Identity): void {
  refuseDuplicates(world, list, changes, item.id);
  removeFromIndexes(list, item);
  item.history.push({ number: item.version, modified: item.modified, fields: item.fields });
  item.fields = { ...item.fields, ...changes };
  item.version += 1;
  item.modified = world.clock();
  item.modifiedBy = by;
  addToIndexes(list, item);
  recordChange(list, { item: item.id, at: item.modified });
}

/** Moves a row to the recycle bin; its unique values are free at once. */
export function deleteItem(world: World, list: List, item: Item): void {
  removeFromIndexes(list, item);
  list.items.delete(item.id);
  list.recycled.set(item.id, item);
  recordChange(list, { item: item.id, at: world.clock() });
}

/** Takes a row back from the recycle bin under its old id. */
export function restoreItem(world: World, list: List, id: number): void {
  const item = list.recycled.get(id);
  if (!item) throw new Error(`The recycle bin has no row ${id}`);
  list.recycled.delete(id);
  list.items.set(id, item);
  addToIndexes(list, item);
  recordChange(list, { item: id, at: world.clock() });
}

/** Fills the index of a column from the rows there are. @throws Refusal when a column to be unique is not. */
export function buildIndex(list: List, name: string, unique: boolean): void {
  const index = new Map<string, Set<number>>();
  for (const item of list.items.values()) addTo(index, item.fields[name], item.id);
  if (unique && [...index.values()].some((ids) => ids.size > 1))
    throw badRequest('The column holds duplicate values and cannot enforce unique values.', 'bad-body');
  list.indexes.set(name, index);
}

function refuseDuplicates(world: World, list: List, fields: Fields, self?: number): void {
  for (const { name, unique } of list.columns) {
    const key = unique && name in fields ? compared(fields[name]) : undefined;
    const holders = key === undefined ? undefined : list.indexes.get(name)?.get(key);
    if (!holders || [...holders].every((id) => id === self)) continue;
    if (world.behaviour.duplicatesToLetThrough === 0) throw badRequest(world.behaviour.duplicateMessage);
    world.behaviour.duplicatesToLetThrough -= 1;
  }
}

function addToIndexes(list: List, item: Item): void {
  for (const [name, index] of list.indexes) addTo(index, item.fields[name], item.id);
}

function addTo(index: Map<string, Set<number>>, value: unknown, id: number): void {
  const key = compared(value);
  if (key === undefined) return;
  const holders = index.get(key);
  if (holders) holders.add(id);
  else index.set(key, new Set([id]));
}

function removeFromIndexes(list: List, item: Item): void {
  for (const [name, index] of list.indexes) {
    const key = compared(item.fields[name]);
    const holders = key === undefined ? undefined : index.get(key);
    holders?.delete(item.id);
    if (key !== undefined && holders?.size === 0) index.delete(key);
  }
}

function recordChange(list: List, change: Change): void {
  list.lastChange.set(change.item, list.changes.length);
  list.changes.push(change);
}
