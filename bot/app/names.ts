import type { Initiative } from '../../domain/initiatives/initiative.ts';
import { isAnonymous, type Organisation } from '../../domain/organisation/organisation.ts';
import { atMost } from './atMost.ts';
import type { Casebook } from './casebook.ts';
import type { Directory } from './ports/index.ts';
import { ORGANISATION_STREAM } from './streams.ts';

/** The directory is asked for so many people at the same time: a start asks for everybody. */
const AT_ONCE = 4;
/** Longer a message or page does not wait for a name; then it shows the id. */
const PATIENCE_MS = 3_000;

/** Stands where the name of somebody stood who has been made anonymous; a name, so it is the same in every language. */
const ANONYMOUS = 'Anonym';

export type Names = {
  /** The name, or the id until the directory has told it; asks for it then. `Anonym` for those who shall not be named. */
  readonly nameOf: (person: string) => string;
  /** Asks for those who are not known yet. Never rejects: whom the directory cannot tell is asked for again when shown. */
  readonly learn: (people: Iterable<string>) => Promise<void>;
  /** Everybody in the organisation and in the cases there are, for a start. */
  readonly learnAll: () => Promise<void>;
  /**
   * Makes something that shows names, and once more when it had to do without some of them.
   * @param make without effects. @param isMade false for what must not be made again.
   */
  readonly shown: <Made>(make: () => Promise<Made>, isMade?: (made: Made) => boolean) => Promise<Made>;
};

/**
 * Names of people, which cards and pages need at once and a directory elsewhere tells after a while: they are asked for
 * when somebody first appears in the log, and not when the card is made.
 */
export function createNames(directory: Directory, casebook: Casebook): Names {
  const asked = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = AT_ONCE;
  let missed = 0;

  const isHidden = (person: string): boolean => isAnonymous(casebook.organisation(), person);

  async function ask(person: string): Promise<void> {
    if (free === 0) await new Promise<void>((turn) => waiting.push(turn));
    else free -= 1;
    try {
      await directory.person(person);
    } catch {
      // Asked again when it is next shown; until then the id stands there.
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
      asked.delete(person);
    }
  }

  function learnOne(person: string): Promise<void> | undefined {
    if (person === '' || isHidden(person) || directory.nameOf(person) !== undefined) return undefined;
    const running = asked.get(person) ?? ask(person);
    asked.set(person, running);
    return running;
  }

  const learn = async (people: Iterable<string>): Promise<void> => {
    await Promise.all(Array.from(new Set(people), learnOne));
  };

  casebook.onChange(({ row, initiative }) => {
    if (row.stream === ORGANISATION_STREAM)
      for (const person of Object.keys(casebook.organisation().anonymous ?? {})) directory.forget?.(person);
    void learn([row.actor, ...(initiative ? peopleIn(initiative) : [])]);
  });

  return {
    learn,
    nameOf: (person) => {
      if (isHidden(person)) return ANONYMOUS;
      const name = directory.nameOf(person);
      if (name === undefined && learnOne(person) !== undefined) missed += 1;
      return name ?? person;
    },
    learnAll: async () => {
      await learn(holdersIn(casebook.organisation()));
      const people = new Set<string>();
      for (const initiative of casebook.all()) for (const person of peopleIn(initiative)) people.add(person);
      await learn(people);
    },
    shown: async (make, isMade = () => true) => {
      const before = missed;
      const made = await make();
      if (missed === before || !isMade(made)) return made;
      await atMost(PATIENCE_MS, Promise.all(asked.values()));
      return make();
    },
  };
}

/** Everybody whose name an initiative's card or page may show. */
export const peopleIn = ({ proposer, coach, projectManager, decisions, followUps }: Initiative): string[] => [
  proposer,
  ...(coach ? [coach] : []),
  ...(projectManager ? [projectManager] : []),
  ...decisions.map(({ by }) => by),
  ...followUps.map(({ by }) => by),
];

const holdersIn = ({ holders }: Organisation): string[] =>
  Object.values(holders).flatMap(({ person, substitutes }) => [
    person,
    ...(substitutes ?? []).map(({ person: substitute }) => substitute),
  ]);
