import { StoreUnavailable } from '../../app/ports/eventLog.ts';

const SQLITE_BUSY = 5;
const SQLITE_CONSTRAINT = 19;

/** Another connection holds the lock, and SQLite's own short wait did not help. */
export const isBusy = (error: unknown): boolean => primaryCode(error) === SQLITE_BUSY;

/** A unique key is taken, or a row breaks a rule of its table. */
export const isConstraint = (error: unknown): boolean => primaryCode(error) === SQLITE_CONSTRAINT;

/**
 * Our word for what SQLite says: a locked, full, closed, damaged or unreachable database is StoreUnavailable with
 * the original as `cause`. Broken constraints and everything that is not SQLite's stay as they are: they are bugs.
 */
export function asStoreError(error: unknown): unknown {
  const closed = property(error, 'code') === 'ERR_INVALID_STATE';
  if (!closed && (primaryCode(error) === undefined || isConstraint(error))) return error;
  return new StoreUnavailable(`the store did not answer: ${(error as Error).message}`, { cause: error });
}

/** SQLite's result code without the details in its upper bits; undefined for other errors. */
export function primaryCode(error: unknown): number | undefined {
  if (property(error, 'code') !== 'ERR_SQLITE_ERROR') return undefined;
  const code = property(error, 'errcode');
  return typeof code === 'number' ? code & 0xff : undefined;
}

const property = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
