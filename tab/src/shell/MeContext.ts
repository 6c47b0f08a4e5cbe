import { createContext, useContext } from 'react';
import type { MeView } from '../../../domain/portfolio/views.ts';

export const MeContext = createContext<MeView | undefined>(undefined);

/** The person who uses the tab. */
export function useMyself(): MeView {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMyself outside MeContext');
  return me;
}
