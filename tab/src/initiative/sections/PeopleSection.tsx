import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { type Fact, Facts } from '../../elements/Facts.tsx';
import { dayOf, formatDay } from '../../elements/format.ts';
import { Section } from '../../elements/Section.tsx';
import { useTexts } from '../../texts/useTexts.ts';

type PeopleSectionProps = {
  readonly view: InitiativeView;
  readonly department: string;
  readonly unit: string;
};

/** Who is in it, where it belongs and how it is handled. */
export function PeopleSection({ view, department, unit }: PeopleSectionProps) {
  const { t, language } = useTexts();
  const nobody = t('initiative:nobody');
  const facts: Fact[] = [
    [t('initiative:proposer'), view.proposer.name],
    [t('initiative:coach'), view.coach?.name ?? nobody],
    [t('initiative:projectManager'), view.projectManager?.name ?? nobody],
    [t('initiative:department'), department || t('initiative:missing')],
    [t('initiative:unit'), unit || t('initiative:missing')],
  ];
  if (view.track)
    facts.push([
      t('initiative:track'),
      `${t(`codes:track.${view.track}`)}. ${t(`codes:trackMeaning.${view.track}`)}`,
    ]);
  if (view.classification)
    facts.push([t('initiative:classification'), t('initiative:classificationValue', view.classification)]);
  if (view.submittedAt) facts.push([t('initiative:submitted'), formatDay(dayOf(view.submittedAt), language)]);
  return (
    <Section title={t('initiative:facts')}>
      <Facts facts={facts} />
    </Section>
  );
}
