import type { CardJson } from '../../../bot/cards/model.ts';
import { VERBS } from '../../../bot/cards/verbs.ts';

type Node = Readonly<Record<string, unknown>>;

const ELEMENTS = [
  'TextBlock',
  'FactSet',
  'Container',
  'ActionSet',
  'Input.Text',
  'Input.Number',
  'Input.Date',
  'Input.Toggle',
  'Input.ChoiceSet',
];
const ACTIONS = ['Action.Execute', 'Action.OpenUrl', 'Action.ToggleVisibility'];
const ROOM = 25 * 1024;
const MOST_ACTIONS = 6;

/** What is wrong with a card by Teams' rules, in words; nothing when it is in order. */
export function faultsOf(card: CardJson): string[] {
  const faults: string[] = [];
  const text = JSON.stringify(card);
  if (card.type !== 'AdaptiveCard') faults.push('is no AdaptiveCard');
  if (card.version !== '1.5') faults.push('version is not 1.5');
  if (Buffer.byteLength(text) > ROOM) faults.push(`takes ${Buffer.byteLength(text)} bytes`);
  if (text.includes('undefined') || text.includes('[object')) faults.push('holds a value that is none');
  const nodes = [...nodesOf(card)];
  const buttons = nodes.filter(
    ({ node, key }) => isAction(node) && key !== 'selectAction' && key !== 'refresh',
  ).length;
  if (buttons > MOST_ACTIONS) faults.push(`has ${buttons} actions`);
  const ids = nodes.map(({ node }) => node.id).filter((id) => typeof id === 'string');
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`has id ${id} twice`);
  for (const { node } of nodes) faults.push(...faultsOfNode(node, ids));
  return faults;
}

function faultsOfNode(node: Node, ids: readonly unknown[]): string[] {
  const type = String(node.type);
  if (type.startsWith('Action.')) return faultsOfAction(node, type, ids);
  if (type === 'AdaptiveCard') return [];
  const faults = ELEMENTS.includes(type) ? [] : [`holds a ${type}`];
  if (type === 'TextBlock' && node.wrap !== true) faults.push(`does not wrap: ${node.text}`);
  if (type === 'TextBlock' && (typeof node.text !== 'string' || node.text.trim() === ''))
    faults.push('has an empty text');
  if (type.startsWith('Input.')) {
    if (!node.id) faults.push(`${type} has no id`);
    if (!(type === 'Input.Toggle' ? node.title : node.label)) faults.push(`${type} ${node.id} has no label`);
    if (node.isRequired) faults.push(`${node.id} is required in the client`);
    if (type === 'Input.Text' && typeof node.maxLength !== 'number') faults.push(`${node.id} has no limit`);
  }
  return faults;
}

function faultsOfAction(node: Node, type: string, ids: readonly unknown[]): string[] {
  const faults = ACTIONS.includes(type) ? [] : [`holds a ${type}`];
  if (!node.title) faults.push(`${type} has no title`);
  if (type === 'Action.Execute') {
    if (!(VERBS as readonly unknown[]).includes(node.verb)) faults.push(`unknown verb ${node.verb}`);
    if (!(node.data as Node | undefined)?.op) faults.push(`${node.verb} has no operation id`);
  }
  if (type === 'Action.ToggleVisibility')
    for (const target of node.targetElements as unknown[])
      if (!ids.includes(target)) faults.push(`toggles ${target}, which is not there`);
  return faults;
}

const isAction = (node: Node): boolean => String(node.type).startsWith('Action.');

/** Every element and action of a card, with the property it stands in. */
export function* nodesOf(value: unknown, key = ''): Generator<{ node: Node; key: string }> {
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesOf(one, key);
  } else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (typeof node.type === 'string') yield { node, key };
    for (const [name, inner] of Object.entries(node)) {
      if (!['data', 'facts', 'choices', 'choices.data'].includes(name))
        yield* nodesOf(inner, name === 'action' ? key : name);
    }
  }
}

/** All elements of a type, or with an id. */
export const elementsOf = (card: CardJson, type: string): Node[] =>
  [...nodesOf(card)].map(({ node }) => node).filter((node) => node.type === type);

export const elementById = (card: CardJson, id: string): Node | undefined =>
  [...nodesOf(card)].map(({ node }) => node).find((node) => node.id === id);

/** Verbs of the buttons a person can press, wherever they stand. */
export const verbsOf = (card: CardJson): unknown[] =>
  [...nodesOf(card)]
    .filter(({ node, key }) => node.type === 'Action.Execute' && key !== 'refresh')
    .map(({ node }) => node.verb);
