import type { SampleProposal } from './proposal.ts';
import { P01 } from './proposals/p01.ts';
import { P02 } from './proposals/p02.ts';
import { P03 } from './proposals/p03.ts';
import { P04 } from './proposals/p04.ts';
import { P05 } from './proposals/p05.ts';
import { P06 } from './proposals/p06.ts';
import { P07 } from './proposals/p07.ts';
import { P08 } from './proposals/p08.ts';
import { P09 } from './proposals/p09.ts';
import { P10 } from './proposals/p10.ts';
import { P11 } from './proposals/p11.ts';
import { P12 } from './proposals/p12.ts';

/** The twelve proposals of the sample municipality, with the road each has taken through real commands. */
export const PROPOSALS: readonly SampleProposal[] = [
  P01,
  P02,
  P03,
  P04,
  P05,
  P06,
  P07,
  P08,
  P09,
  P10,
  P11,
  P12,
];
