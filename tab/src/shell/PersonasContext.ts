import { createContext } from 'react';
import type { Persona } from './hostKinds.ts';

export type Personas = {
  readonly all: readonly Persona[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
};

/** Local mode only: who one may be. Undefined inside Teams. */
export const PersonasContext = createContext<Personas | undefined>(undefined);
