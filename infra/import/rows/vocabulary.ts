import { AFFECTED_GROUPS, CATEGORIES, CHANGE_TYPES } from '../../../domain/initiatives/content.ts';
import { STATUSES } from '../../../domain/initiatives/followUps.ts';
import { IMPORT_STATES, type ImportOrder } from '../../../domain/initiatives/importing.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { type Choice, choiceReader } from '../cells/choice.ts';
import { fold } from '../fold.ts';

export type ImportState = ImportOrder['state'];

/** A text key of the bot in Swedish, e.g. `states.EXECUTION`. */
export type Say = (key: string) => string;

/** What municipalities call the states in lists of their own. */
const ALSO_CALLED: Readonly<Partial<Record<ImportState, readonly string[]>>> = {
  MANAGER_REVIEW: [
    'idé',
    'förslag',
    'ny',
    'nytt',
    'inkommet',
    'inkommen',
    'inskickat',
    'ej påbörjad',
    'ej startad',
  ],
  PREPARATION: ['förstudie', 'utredning', 'planering', 'analys', 'behovsanalys', 'under beredning'],
  ASSESSMENT: ['prioritering', 'värdering'],
  COUNCIL: ['beslut', 'inför beslut', 'rådet', 'styrgrupp'],
  APPROVED: ['godkänd', 'beslutat', 'beslutad', 'beviljad', 'beviljat', 'planerad', 'planerat'],
  PROCUREMENT: ['upphandlas', 'anskaffning', 'inköp'],
  EXECUTION: [
    'pågående',
    'pågår',
    'startad',
    'startat',
    'projekt',
    'pilot',
    'utveckling',
    'under genomförande',
  ],
  INTRODUCTION: ['breddinförande', 'implementering', 'driftsättning', 'utrullning'],
  BENEFIT: ['nyttorealisering', 'i drift', 'drift', 'förvaltning', 'införd', 'infört'],
  CLOSED: ['avslutad', 'klar', 'klart', 'färdig', 'färdigt', 'genomförd', 'genomfört', 'stängd'],
  REJECTED: ['avslag', 'avslagen', 'nekad', 'ej godkänd', 'bortprioriterad', 'bortprioriterat'],
  CANCELLED: ['avbruten', 'nedlagd', 'nedlagt', 'inställd', 'inställt'],
};

/** States that the file cannot carry, with what to write instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  pausat: 'Skriv läget före pausen och pausa ärendet i Färdplan efteråt.',
  pausad: 'Skriv läget före pausen och pausa ärendet i Färdplan efteråt.',
  vilande: 'Skriv läget före pausen och pausa ärendet i Färdplan efteråt.',
  utkast: 'Utkast läses inte in. Skriv Chefsprövning, eller ta bort raden.',
  återremiss: 'Skriv Chefsprövning. Chefen kan återremittera ärendet i Färdplan.',
  vidarebefordrat: 'Skriv Chefsprövning, med den enhet som ska besluta.',
  sammanslaget: 'Ta bort raden, eller skriv Avbrutet.',
};

const STATUS_WORDS = {
  green: ['grön', 'grönt läge', 'enligt plan'],
  yellow: ['gul', 'gult läge', 'risk'],
  red: ['röd', 'rött läge', 'avvikelse', 'kritisk'],
} as const;

/** Readers and drop-down lists of everything that is chosen, in Swedish. */
export function vocabulary(say: Say, organisation: Organisation) {
  const labelled = <Key extends string>(keys: readonly Key[], topic: string): Choice<Key>[] =>
    keys.map((key) => ({ key, words: [say(`${topic}.${key}`)] }));
  const units = Object.values(organisation.units).map(
    ({ id, name, alsoCalled = [] }): Choice<string> => ({ key: id, words: [name, ...alsoCalled] }),
  );
  const states = labelled(IMPORT_STATES, 'states').map(
    ({ key, words }): Choice<ImportState> => ({ key, words: [words[0], ...(ALSO_CALLED[key] ?? [])] }),
  );
  const statuses = labelled(STATUSES, 'statusNames').map(
    ({ key, words }): Choice<(typeof STATUSES)[number]> => ({ key, words: [words[0], ...STATUS_WORDS[key]] }),
  );
  const changeTypes = labelled(CHANGE_TYPES, 'changeTypes').map(
    ({ key, words }): Choice<(typeof CHANGE_TYPES)[number]> => ({ key, words: [words[0], TYPE_WORDS[key]] }),
  );
  const categories = labelled(CATEGORIES, 'categories');
  const groups = labelled(AFFECTED_GROUPS, 'groups');
  const firstWords = (choices: readonly Choice<string>[]) => choices.map(({ words }) => words[0]);
  return {
    units: choiceReader(units),
    states: choiceReader(states),
    statuses: choiceReader(statuses),
    changeTypes: choiceReader(changeTypes),
    categories: choiceReader(categories),
    groups: choiceReader(groups),
    /** Why a state is not in the list, when there is a better answer than the list. */
    insteadOfState: (written: string): string | undefined => ELSEWHERE[fold(written)],
    lists: {
      unit: firstWords(units),
      changeType: firstWords(changeTypes),
      state: firstWords(states),
      status: firstWords(statuses),
      category: firstWords(categories),
      groups: firstWords(groups),
      yesOrNo: ['Ja', 'Nej'],
    },
  };
}

/** The reference model's own words for the types. */
const TYPE_WORDS = {
  improvement: 'förbättring',
  enhancement: 'vidareutveckling',
  acquisition: 'nyanskaffning',
  replacement: 'ersättning',
  innovation: 'innovation',
} as const satisfies Record<(typeof CHANGE_TYPES)[number], string>;

export type Vocabulary = ReturnType<typeof vocabulary>;
