import type { Texts } from '../texts/texts.ts';
import { unitChoices } from './choices.ts';
import { card, heading } from './elements.ts';
import { choiceInput } from './form.ts';
import type { CardJson, UnitChoice } from './model.ts';
import { plainLine } from './neutralise.ts';
import { type ButtonData, execute, type Verb } from './verbs.ts';

export type ChooseUnitModel = {
  readonly verb: Verb;
  readonly question: string;
  readonly units: readonly UnitChoice[];
  readonly op: string;
  readonly data: ButtonData;
};

const FEW = 6;
const ROOM_FOR_UNITS = 16_000;

/** When a name fits several units. Few are shown at once, many in a list; the choice comes as `unit`. */
export function chooseUnitCard({ verb, question, units, op, data }: ChooseUnitModel, texts: Texts): CardJson {
  const { t } = texts;
  const { choices } = unitChoices(units, ROOM_FOR_UNITS);
  return card(
    [
      heading(plainLine(question)),
      ...choiceInput({}, 'unit', t('cards.channel.unit'), choices, {
        style: units.length <= FEW ? 'expanded' : 'compact',
        placeholder: t('common.choose'),
      }),
    ],
    [{ ...execute(t('buttons.choose'), verb, { ...data, op }), style: 'positive' }],
  );
}
