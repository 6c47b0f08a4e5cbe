import { explainTrouble } from '../../bot/municipality/explainTrouble.ts';
import { CannotCarryOut } from './administrator.ts';
import { PlaceUnavailable } from './place.ts';
import { UnreadableFile } from './workbook/book.ts';

const SAYING_ENOUGH = [CannotCarryOut, PlaceUnavailable, UnreadableFile];

/** Why a command was not carried out, in Swedish; its usage follows what only a programmer could have foreseen. */
export function explain(error: unknown, usage: string): string {
  const trouble = explainTrouble(error);
  if (trouble) return trouble;
  const reason = error instanceof Error ? error.message : String(error);
  return SAYING_ENOUGH.some((kind) => error instanceof kind) ? reason : `${reason}\n\n${usage}`;
}
