import { idOf } from '../../../bot/local/sample/people.ts';
import { activity } from '../../bot/teams/support/activities.ts';

/** What the server under measure and the client that loads it agree on. */
export const CASES = 2_000;
export const COACH = idOf('coach.vof.hemtjanst-norr');

export const draftOperation = (index: number): string => `bench-${index}`;
const streamOf = (index: number): string => `I-BENCH-${index}`;

/**
 * Messages as Teams sends them when the coach presses "Spara" on the follow-up card (Action.Submit): another case each
 * time, and an operation and text of its own, so that every turn writes.
 */
export function followUpMessages(serviceUrl: string): () => string {
  const recorded = activity('cardSubmit', { serviceUrl });
  const from = { ...(recorded.from as object), aadObjectId: COACH };
  let made = 0;
  return () => {
    made += 1;
    const value = {
      verb: 'follow-up-save',
      op: `0190a1b2-0000-7000-8000-${String(made).padStart(12, '0')}`,
      id: streamOf(made % CASES),
      status: 'green',
      text: `Går enligt plan. Nästa steg är bokat, avstämning ${made} är gjord.`,
    };
    return JSON.stringify({ ...recorded, from, value });
  };
}
