import type { Vacancy } from '../../domain/organisation/organisation.ts';
import type { PersonRef } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { mainButton } from './buttons.ts';
import { card, heading, quiet, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { plainLine } from './neutralise.ts';

export type CoachAnswerModel = {
  readonly unitName: string;
  readonly people: readonly PersonRef[];
  readonly vacancy?: Vacancy;
  readonly op: string;
};

/** "Vem är coach för …?" A gap is said, with who helps instead. */
export function coachAnswerCard({ unitName, people, vacancy, op }: CoachAnswerModel, texts: Texts): CardJson {
  const { t, day } = texts;
  const unit = plainLine(unitName);
  const answer =
    people.length > 0
      ? [
          ...people.map(({ name }) => text(plainLine(name), { weight: 'Bolder' })),
          quiet(t('cards.coach-answer.help')),
        ]
      : [
          text(t('cards.coach-answer.none', { unit })),
          vacancy &&
            text(
              vacancy.target
                ? t('cards.coach-answer.vacant-until', { day: day(vacancy.target) })
                : t('cards.coach-answer.vacant'),
            ),
          vacancy?.reason !== undefined &&
            text(t('cards.coach-answer.vacant-reason', { reason: plainLine(vacancy.reason) })),
          text(t('cards.coach-answer.instead')),
        ];
  return card(
    [heading(t('cards.coach-answer.heading', { unit, count: Math.max(1, people.length) })), ...answer],
    [mainButton('start-proposal', { op }, texts)],
  );
}
