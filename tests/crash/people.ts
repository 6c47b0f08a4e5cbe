import { type Alias, idOf } from '../../bot/local/sample/people.ts';

/** A unit with somebody who proposes, somebody who decides and somebody who follows up; none of them has a substitute. */
export type Place = {
  readonly unit: string;
  readonly proposer: string;
  readonly manager: string;
  readonly coach: string;
};

const place = (unit: string, proposer: Alias, manager: Alias, coach: Alias): Place => ({
  unit,
  proposer: idOf(proposer),
  manager: idOf(manager),
  coach: idOf(coach),
});

export const PLACES: readonly Place[] = [
  place(
    'vof-hemtjanst-norr',
    'underskoterska.vof.hemtjanst-norr',
    'enhetschef.vof.hemtjanst-norr',
    'coach.vof.hemtjanst-norr',
  ),
  place(
    'vof-hemtjanst-soder',
    'underskoterska.vof.hemtjanst-soder',
    'enhetschef.vof.hemtjanst-soder',
    'coach.vof.hemtjanst-soder',
  ),
  place(
    'vof-ekbacken',
    'underskoterska.vof.ekbacken',
    'enhetschef.vof.ekbacken',
    'coach.vof.sarskilt-boende',
  ),
  place(
    'sof-ekonomiskt-bistand',
    'handlaggare.sof.ekonomiskt-bistand',
    'enhetschef.sof.ekonomiskt-bistand',
    'coach.sof.ekonomiskt-bistand',
  ),
  place(
    'sof-gruppbostader',
    'stodassistent.sof.gruppbostader',
    'enhetschef.sof.gruppbostader',
    'coach.sof.lss',
  ),
  place(
    'klk-kontaktcenter',
    'kommunvagledare.klk.kontaktcenter',
    'enhetschef.klk.kontaktcenter',
    'coach.klk.kontaktcenter',
  ),
  place(
    'buf-forskolor-ost',
    'forskollarare.buf.forskolor-ost',
    'rektor.buf.forskolor-ost',
    'coach.buf.forskola',
  ),
  place(
    'kff-bibliotek',
    'bibliotekarie.kff.bibliotek',
    'bibliotekschef.kff.bibliotek',
    'coach.kff.bibliotek-bokning',
  ),
];

export const EVERYBODY: readonly string[] = [
  ...new Set(PLACES.flatMap(({ proposer, manager, coach }) => [proposer, manager, coach])),
];
