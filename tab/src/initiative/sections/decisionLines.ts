import type { DecisionView } from '../../../../domain/portfolio/views.ts';
import { formatMoney, formatNumber } from '../../elements/format.ts';
import type { Language } from '../../texts/index.ts';
import type { Translate } from '../../texts/useTexts.ts';

/** What was decided besides the reason, a line each, in the words of the form it was filled in with. */
export function decisionLines(
  { details }: Pick<DecisionView, 'details'>,
  t: Translate,
  language: Language,
): string[] {
  if (!details) return [];
  const { recommendation, conditions, registryNumber, costSoFar, choice } = details;
  const { fundingIdea, preparationHours, similar = [] } = details;
  const lines: (readonly [label: string, value: string | number | undefined])[] = [
    [t('fields:recommendation.label'), recommendation && t(`codes:recommendation.${recommendation}`)],
    [t('fields:choice.label'), choice && t(`codes:deviation.${choice}`)],
    [t('fields:conditions.label'), conditions],
    [t('fields:registryNumber.label'), registryNumber],
    [t('initiative:money'), fundingIdea && t(`codes:funding.${fundingIdea}`)],
    [t('fields:preparationHours.label'), preparationHours && formatNumber(preparationHours, language)],
    ...similar.map(
      ({ number, answer, reason }) =>
        [number, [t(`codes:similarAnswer.${answer}`), reason].filter(Boolean).join('. ')] as const,
    ),
    [t('initiative:costSoFar'), costSoFar === undefined ? undefined : formatMoney(costSoFar, language)],
  ];
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
}
