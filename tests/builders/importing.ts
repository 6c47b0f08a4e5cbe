import type { ImportCommand, ImportOrder } from '../../domain/initiatives/importing.ts';
import { PEOPLE } from './people.ts';
import { PROPOSAL } from './proposals.ts';
import { NOW, TODAY } from './rules.ts';

/** A row of somebody's list: work that is under way. */
export const FROM_A_LIST: ImportOrder = {
  type: 'ImportInitiative',
  content: PROPOSAL,
  state: 'EXECUTION',
  reason: 'Ur portfölj.xlsx, rad 7.',
};

export const importing = (given: Partial<ImportCommand> = {}): ImportCommand => ({
  ...FROM_A_LIST,
  actor: PEOPLE.toolAdmin,
  at: NOW,
  day: TODAY,
  number: 'VOF-2026-0012',
  similar: [],
  ...given,
});
