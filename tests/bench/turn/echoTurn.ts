import type { Reply, Turn } from '../../../bot/app/turn.ts';

/** The smallest bot there is: what the edge itself costs. */
export const createTurn =
  () =>
  async (turn: Turn): Promise<Reply> => ({ text: `Echo: ${turn.text}` });
