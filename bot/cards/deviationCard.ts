import { LIMITS } from '../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { mainButton } from './buttons.ts';
import { deviationChoices } from './choices.ts';
import { CLOSE, card, container, type Element, heading, quiet, text } from './elements.ts';
import { choiceInput, dateInput, errorSummary, type Form, numberInput, textInput } from './form.ts';
import type { CardJson, FieldErrors, RawValues, Scope } from './model.ts';
import { plain } from './neutralise.ts';
import { isHidden, names, titleOf } from './parts.ts';
import { fitText } from './room.ts';

export type DeviationModel = {
  readonly view: InitiativeView;
  readonly op: string;
  /** Where it is shown; a protected case is named in a person's own chat only. */
  readonly scope?: Scope;
  readonly values?: RawValues;
  readonly errors?: FieldErrors;
};

const TEXT_ROOM = 2_500;
const SHOWN = 2;

/** Red twice in a row: how shall it go on? */
export function deviationCard({ view, op, scope, values, errors }: DeviationModel, texts: Texts): CardJson {
  const { t } = texts;
  const form: Form = { values, errors };
  const hidden = isHidden(view, scope === 'personal');
  return card(
    [
      quiet(t('cards.deviation.kicker', { number: view.number ?? '' })),
      heading(titleOf(view, hidden, texts)),
      text(t('cards.case.deviation')),
      ...(hidden ? [] : latest(view, texts)),
      errorSummary(form, texts),
      ...choiceInput(form, 'choice', t('cards.deviation.choice'), deviationChoices(texts), {
        style: 'expanded',
      }),
      ...dateInput(form, 'until', t('cards.deviation.until')),
      ...numberInput(form, 'costSoFar', t('cards.deviation.cost-so-far'), { min: 0 }),
      ...textInput(form, 'reason', t('cards.deviation.reason'), {
        maxLength: LIMITS.reason,
        multiline: true,
      }),
      quiet(t('cards.deviation.reason-help'), CLOSE),
    ],
    [mainButton('deviation-decide', { op, id: view.id }, texts)],
  );
}

/** The two follow-ups that were red, newest first. */
const latest = ({ followUps }: InitiativeView, { t, time }: Texts): Element[] =>
  followUps
    .slice(-SHOWN)
    .toReversed()
    .map((followUp) =>
      container(
        [
          ...(followUp.text === '' ? [] : [text(fitText(plain(followUp.text), TEXT_ROOM))]),
          quiet(
            t('cards.case.follow-up-by', {
              status: t(`statusNames.${followUp.status}`),
              who: names([followUp.by]),
              when: time(followUp.at),
            }),
            CLOSE,
          ),
        ],
        { style: 'emphasis' },
      ),
    );
