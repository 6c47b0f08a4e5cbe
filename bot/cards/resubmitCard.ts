import { LIMITS } from '../../domain/initiatives/content.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { mainButton } from './buttons.ts';
import { CLOSE, card, container, type Element, heading, quiet, section, text } from './elements.ts';
import { estimateInputs, estimateValues } from './estimateInputs.ts';
import { changed, FIGURES, filled, MORE } from './filled.ts';
import { errorSummary, type Form, textInput, typed } from './form.ts';
import type { CardJson, FieldErrors, RawValues } from './model.ts';
import { plain } from './neutralise.ts';
import { names, titleOf } from './parts.ts';
import { bytesOf, fitText } from './room.ts';

export type ResubmitModel = {
  readonly view: InitiativeView;
  readonly op: string;
  readonly values?: RawValues;
  readonly errors?: FieldErrors;
};

const REASON_ROOM = 4_000;
const TEXTS_ROOM = 14_500;

/** Back to the manager: why it came back, what can be changed, and what has been changed. */
export function resubmitCard({ view, op, values, errors }: ResubmitModel, texts: Texts): CardJson {
  const { t } = texts;
  const { title, problem, solution, effect } = view.content;
  const saved = { title, problem, solution, effect, ...estimateValues(view.content) };
  const form: Form = { values: changed(saved, values), errors };
  const isShort =
    ['problem', 'solution', 'effect', 'changes'].reduce(
      (sum, id) => sum + bytesOf(typed(form, id) ?? ''),
      0,
    ) <= TEXTS_ROOM;
  const shown = isShort ? [...MORE, ...FIGURES] : FIGURES;
  return card(
    [
      quiet(t('cards.resubmit.kicker', { number: view.number ?? '' })),
      heading(titleOf(view, view.detailsHidden, texts)),
      whyPart(view, texts),
      errorSummary(form, texts),
      section(t('cards.resubmit.heading')),
      ...textInput(form, 'title', t('cards.details.title'), { maxLength: LIMITS.title }),
      ...textInput(form, 'problem', t('cards.problem.label'), { maxLength: LIMITS.problem, multiline: true }),
      quiet(t('cards.problem.warning'), CLOSE),
      ...(isShort ? longer(form, texts) : [quiet(t('cards.resubmit.in-tab'))]),
      estimateInputs(form, texts),
      ...textInput(form, 'changes', t('cards.resubmit.changes'), {
        maxLength: LIMITS.reason,
        multiline: true,
        placeholder: t('cards.resubmit.changes-placeholder'),
      }),
    ],
    [mainButton('resubmit', { op, id: view.id, ...filled(saved, shown) }, texts)],
  );
}

const longer = (form: Form, { t }: Texts): Element[] => [
  ...textInput(form, 'solution', t('cards.details.solution'), {
    maxLength: LIMITS.solution,
    multiline: true,
  }),
  ...textInput(form, 'effect', t('cards.details.effect'), { maxLength: LIMITS.effect, multiline: true }),
];

function whyPart({ returnedReason, decisions }: InitiativeView, { t, time }: Texts): Element | undefined {
  if (!returnedReason) return undefined;
  const last = decisions.findLast(({ type }) => type === 'Returned');
  return container(
    [
      text(t('cards.resubmit.why'), { weight: 'Bolder' }),
      text(fitText(plain(returnedReason), REASON_ROOM)),
      last && quiet(t('cards.resubmit.by', { who: names([last.by]), when: time(last.at) })),
    ],
    { style: 'emphasis' },
  );
}
