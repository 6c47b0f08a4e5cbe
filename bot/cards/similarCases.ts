import type { SimilarView } from '../../domain/portfolio/views.ts';
import type { Texts } from '../texts/texts.ts';
import { box, CLOSE, CLOSEST, type Element, type Part, quiet, section, text } from './elements.ts';
import type { UnitChoice } from './model.ts';
import { plainLine } from './neutralise.ts';
import { unitName } from './parts.ts';
import { fitText } from './room.ts';

const MOST = 3;
const MOST_WORDS = 6;
const LESSON_ROOM = 300;

/** Cases like this one, so that nobody starts what exists already, with what was learned there. */
export function similarCases(
  similar: readonly SimilarView[],
  units: readonly UnitChoice[] | undefined,
  texts: Texts,
): Element[] {
  if (similar.length === 0) return [];
  const { t } = texts;
  return [
    section(t('cards.details.similar-heading', { count: similar.length })),
    quiet(t('cards.details.similar-help'), CLOSE),
    ...similar.slice(0, MOST).map((hit) => box(similarCase(hit, units, texts))),
  ];
}

/** Number, title, where and how far; the words that matched; the first lesson. */
export function similarCase(
  hit: SimilarView,
  units: readonly UnitChoice[] | undefined,
  { t }: Texts,
): Part[] {
  const [lesson] = hit.lessons;
  const where = unitName(units, hit.unit);
  const state = t(`states.${hit.state}`);
  const words = hit.words.slice(0, MOST_WORDS).map(plainLine).join(', ');
  return [
    text(`**${hit.number}** ${plainLine(hit.title)}`),
    quiet(where === undefined ? state : `${where} · ${state}`, CLOSEST),
    words !== '' && quiet(t('cards.details.similar-words', { words }), CLOSEST),
    lesson &&
      text(t('cards.details.similar-lesson', { lesson: said(lesson.text) }), { size: 'Small', ...CLOSE }),
    lesson?.advice !== undefined &&
      text(t('cards.details.similar-advice', { advice: said(lesson.advice) }), { size: 'Small', ...CLOSEST }),
  ];
}

const said = (words: string): string => fitText(plainLine(words), LESSON_ROOM);
