import type { InitiativeView, PersonRef } from '../../../../domain/portfolio/views.ts';
import { type Fact, Facts } from '../../elements/Facts.tsx';
import { dayOf, formatDay } from '../../elements/format.ts';
import { PersonName } from '../../elements/PersonName.tsx';
import { Section } from '../../elements/Section.tsx';
import { softly } from '../../elements/softly.ts';
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
  const named = (person: PersonRef | null) => (person ? <PersonName person={person} /> : nobody);
  const facts: Fact[] = [
    [t('initiative:proposer'), named(view.proposer)],
    [t('initiative:coach'), named(view.coach)],
    [t('initiative:projectManager'), named(view.projectManager)],
    [t('initiative:department'), softly(department) || t('initiative:missing')],
    [t('initiative:unit'), softly(unit) || t('initiative:missing')],
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
