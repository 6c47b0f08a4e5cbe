import type { InitiativeView, OrganisationView } from '../../../../domain/portfolio/views.ts';
import { useOrganisation } from '../../api/queries.ts';
import { formatDay } from '../../elements/format.ts';
import { swedishKey } from '../../elements/swedishKey.ts';
import { useTexts } from '../../texts/useTexts.ts';
import type { FieldSpec } from './fieldSpecs.ts';

export type Choice = { readonly value: string; readonly label: string };

/** What can be chosen in a field: fixed codes, or what the organisation and the case hold. */
export function useChoices(spec: FieldSpec, view: InitiativeView): readonly Choice[] {
  const { t, language } = useTexts();
  const organisation = useOrganisation().data;
  switch (spec.kind) {
    case 'choice':
      return (spec.options ?? []).map(({ value, label }) => ({ value, label: t(label) }));
    case 'goal':
      return view.goals.map(({ id, text }) => ({ value: id, label: text }));
    case 'item':
      return view.schedule.map(({ id, kind, due }) => ({
        value: id,
        label: `${t(`codes:followUpKind.${kind}`)}, ${formatDay(due, language)}`,
      }));
    case 'unit':
      return unitChoices(organisation);
    case 'coach':
      return peopleIn(organisation, (role) => role === 'coach');
    case 'person':
      return peopleIn(organisation, () => true);
    default:
      return [];
  }
}

export const unitChoices = (organisation: OrganisationView | undefined): Choice[] =>
  byLabel(
    (organisation?.units ?? [])
      .filter(({ kind }) => kind !== 'municipality')
      .map(({ id, name }) => ({ value: id, label: name })),
  );

/** Everybody who holds a role, once each. */
function peopleIn(organisation: OrganisationView | undefined, wanted: (role: string) => boolean): Choice[] {
  const holders = (organisation?.holders ?? []).filter(({ role }) => wanted(role));
  const people = new Map(holders.map(({ acting }) => [acting.id, acting.name]));
  return byLabel([...people].map(([value, label]) => ({ value, label })));
}

const byLabel = (choices: Choice[]): Choice[] =>
  choices.sort((a, b) => (swedishKey(a.label) < swedishKey(b.label) ? -1 : 1));
