import type { Period } from '../../../domain/organisation/organisation.ts';
import type { OrganisationOrder } from '../../app/handleOrganisation.ts';
import { HOLDERS, holderId, type SampleHolder } from './organisation/holders.ts';
import { UNITS } from './organisation/units.ts';
import { type Alias, idOf } from './people.ts';
import type { LocalMoment } from './script.ts';

/** One change of the organisation. `system` is provisioning, before there is an administrator. */
export type OrganisationStep = {
  /** Unique; the operation id is made of it. */
  readonly key: string;
  readonly when: LocalMoment;
  readonly by: Alias | 'system';
  readonly order: OrganisationOrder;
};

const HELD_SINCE = '2024-01-01';

const placed = UNITS.map(
  (unit): OrganisationStep => ({
    key: `unit-${unit.id}`,
    when: '2025-01-02 08:00',
    by: 'system',
    order: { type: 'PlaceUnit', unit },
  }),
);

const appointed = HOLDERS.map((holder): OrganisationStep => {
  const { role, unit, by, share } = holder;
  const id = holderId(holder);
  const record = { id, role, unit, person: idOf(by), from: HELD_SINCE, substitutes: [] };
  return {
    key: `holder-${id}`,
    when: '2025-01-02 08:30',
    by: 'system',
    order: { type: 'AppointRoleHolder', holder: { ...record, ...(share !== undefined && { share }) } },
  };
});

/** A holder names a substitute; the role is the holder's own. */
function substitute(when: LocalMoment, holder: SampleHolder, by: Alias, period: Period): OrganisationStep {
  return {
    key: `substitute-${holderId(holder)}-${period.from.slice(0, 4)}`,
    when,
    by: holder.by,
    order: {
      type: 'SetSubstitute',
      holder: holderId(holder),
      substitute: { person: idOf(by), ...period },
    },
  };
}

const FORMER_LEAD = {
  role: 'developmentLead',
  unit: 'sof',
  by: 'tidigare-utvecklingsledare.sof',
} as const satisfies SampleHolder;

/** Substitutes with dates, one of them running, and Socialförvaltningen's vacancy with its target date. */
const changes: readonly OrganisationStep[] = [
  substitute(
    '2025-10-30 14:10',
    { role: 'manager', unit: 'sbf-drift', by: 'enhetschef.sbf.drift' },
    'arbetsledare.sbf.drift',
    { from: '2025-11-03', to: '2025-11-28' },
  ),
  {
    key: 'end-development-lead-sof',
    when: '2026-04-29 10:00',
    by: 'verktygsadministrator.klk',
    order: { type: 'EndRoleHolder', holder: holderId(FORMER_LEAD), to: '2026-04-30' },
  },
  {
    key: 'vacancy-development-lead-sof',
    when: '2026-05-04 09:00',
    by: 'verktygsadministrator.klk',
    order: {
      type: 'NoteVacancy',
      vacancy: {
        role: 'developmentLead',
        unit: 'sof',
        target: '2026-09-01',
        reason: 'Första annonseringen gav ingen sökande med rätt erfarenhet. Tjänsten annonseras på nytt.',
      },
    },
  },
  substitute(
    '2026-06-22 11:30',
    { role: 'director', unit: 'vof', by: 'direktor.vof' },
    'verksamhetschef.vof.ordinart-boende',
    { from: '2026-07-06', to: '2026-07-31' },
  ),
  substitute(
    '2026-10-12 13:20',
    { role: 'manager', unit: 'sbf-bygglov', by: 'enhetschef.sbf.bygglov' },
    'bitradande-enhetschef.sbf.bygglov',
    { from: '2026-10-19', to: '2026-12-18' },
  ),
];

/** Ekhamra kommun from nothing to today, in order of time. */
export const ORGANISATION_STEPS: readonly OrganisationStep[] = [...placed, ...appointed, ...changes];
