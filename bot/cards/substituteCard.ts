import type { Texts } from '../texts/texts.ts';
import { actionSet, mainButton } from './buttons.ts';
import { CLOSE, CLOSEST, card, type Element, heading, quiet, text } from './elements.ts';
import { type Choice, choiceInput, dateInput, errorSummary, type Form, personInput } from './form.ts';
import type { CardJson, FieldErrors, RawValues } from './model.ts';
import { plainLine } from './neutralise.ts';
import { fitText } from './room.ts';
import { execute } from './verbs.ts';

/** A role of the person who asks, and who stands in. Days are local `YYYY-MM-DD`. */
export type HeldRole = {
  readonly holder: string;
  readonly name: string;
  readonly substitutes: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: string;
    readonly to?: string;
  }[];
};

export type SubstituteModel = {
  readonly op: string;
  readonly roles: readonly HeldRole[];
  /** People who are likely to be chosen, by id. */
  readonly near: readonly { readonly id: string; readonly name: string }[];
  /** What was just done. */
  readonly done?: string;
  readonly values?: RawValues;
  readonly errors?: FieldErrors;
};

/** Value of the choice "all my roles". */
export const ALL_ROLES = 'all';
const MOST_ROLES = 8;
/** Teams takes six buttons, and one is for saving. */
const MOST_ENDS = 5;

const NAME_ROOM = 120;
const BUTTON_ROOM = 32;
const shortly = (name: string, room = NAME_ROOM): string => fitText(plainLine(name), room);

/** Who stands in, and a form for somebody more. */
export function substituteCard(
  { op, roles, near, done, values, errors }: SubstituteModel,
  texts: Texts,
): CardJson {
  const { t } = texts;
  const form: Form = { values, errors };
  const ends = roles
    .flatMap(({ holder, substitutes }) => substitutes.map(({ id, name }) => ({ holder, id, name })))
    .slice(0, MOST_ENDS);
  const title = (name: string) => t('cards.substitute.end', { name: shortly(name, BUTTON_ROOM) });
  return card(
    [
      heading(t('cards.substitute.heading')),
      done !== undefined && text(`**${plainLine(done)}**`),
      text(t('cards.substitute.intro')),
      ...roles.slice(0, MOST_ROLES).flatMap((role) => roleLines(role, texts)),
      ends.length > 0 &&
        actionSet(
          ...ends.map(({ holder, id, name }) =>
            execute(title(name), 'substitute-end', { op, holder, person: id }, { inputs: 'none' }),
          ),
        ),
      errorSummary(form, texts),
      ...(roles.length > 1 ? roleInput(roles, form, texts) : []),
      ...personInputs(near, form, texts),
      ...dateInput(form, 'from', t('cards.substitute.from')),
      ...dateInput(form, 'to', t('cards.substitute.to')),
      quiet(t('cards.substitute.tell')),
    ],
    [mainButton('substitute-set', { op }, texts)],
  );
}

/** Colleagues are a tap away; everybody else is found by name, which not every client can. */
function personInputs(near: SubstituteModel['near'], form: Form, { t }: Texts): Element[] {
  const choices = near.map(asChoice);
  const label = t('cards.substitute.person');
  const search = t('cards.substitute.search');
  if (choices.length === 0) return personInput(form, 'person', label, choices, search);
  return [
    ...choiceInput(form, 'near', label, choices, { placeholder: t('common.choose') }),
    ...personInput(form, 'person', t('cards.substitute.somebody-else'), choices, search),
  ];
}

const asChoice = ({ id, name }: { readonly id: string; readonly name: string }): Choice => ({
  title: shortly(name),
  value: id,
});

function roleLines({ name, substitutes }: HeldRole, texts: Texts): Element[] {
  const lines = substitutes.map((substitute) => periodText(substitute, texts));
  return [
    text(`**${shortly(name)}**`, CLOSE),
    quiet(lines.length > 0 ? lines.join(' ') : texts.t('cards.substitute.nobody'), CLOSEST),
  ];
}

/** Who and when, as a sentence. */
export function periodText(
  { name, from, to }: Omit<HeldRole['substitutes'][number], 'id'>,
  { t, day }: Texts,
): string {
  const known = { name: shortly(name), from: day(from) };
  return to === undefined
    ? t('cards.substitute.until-further-notice', known)
    : t('cards.substitute.period', { ...known, to: day(to) });
}

function roleInput(roles: readonly HeldRole[], form: Form, { t }: Texts): Element[] {
  const choices = [
    { title: t('cards.substitute.all-roles'), value: ALL_ROLES },
    ...roles.slice(0, MOST_ROLES).map(({ holder, name }) => ({ title: shortly(name), value: holder })),
  ];
  return choiceInput(form, 'holder', t('cards.substitute.role'), choices, { style: 'expanded' });
}
