import enActions from './en/actions.json';
import enCodes from './en/codes.json';
import enEvents from './en/events.json';
import enFields from './en/fields.json';
import enInitiative from './en/initiative.json';
import enOrders from './en/orders.json';
import enPortfolio from './en/portfolio.json';
import enPropose from './en/propose.json';
import enRefusals from './en/refusals.json';
import enShell from './en/shell.json';
import enStates from './en/states.json';
import enTodo from './en/todo.json';
import enUndelivered from './en/undelivered.json';
import svActions from './sv/actions.json';
import svCodes from './sv/codes.json';
import svEvents from './sv/events.json';
import svFields from './sv/fields.json';
import svInitiative from './sv/initiative.json';
import svOrders from './sv/orders.json';
import svPortfolio from './sv/portfolio.json';
import svPropose from './sv/propose.json';
import svRefusals from './sv/refusals.json';
import svShell from './sv/shell.json';
import svStates from './sv/states.json';
import svTodo from './sv/todo.json';
import svUndelivered from './sv/undelivered.json';

/** Every text of the tab. Swedish is written first; English has the same keys (a test sees to it). */
export const SWEDISH = {
  actions: svActions,
  codes: svCodes,
  events: svEvents,
  fields: svFields,
  initiative: svInitiative,
  orders: svOrders,
  portfolio: svPortfolio,
  propose: svPropose,
  refusals: svRefusals,
  shell: svShell,
  states: svStates,
  todo: svTodo,
  undelivered: svUndelivered,
};

export type Texts = typeof SWEDISH;

export const ENGLISH: Texts = {
  actions: enActions,
  codes: enCodes,
  events: enEvents,
  fields: enFields,
  initiative: enInitiative,
  orders: enOrders,
  portfolio: enPortfolio,
  propose: enPropose,
  refusals: enRefusals,
  shell: enShell,
  states: enStates,
  todo: enTodo,
  undelivered: enUndelivered,
};

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${PathsOf<Tree[Key]>}`;
}[keyof Tree & string];

/** `file:path.in.file`, e.g. `states:DRAFT.name`; plurals without their ending. */
export type TextKey = { [File in keyof Texts]: `${File}:${PathsOf<Texts[File]>}` }[keyof Texts];
