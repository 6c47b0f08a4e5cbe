import { actingFor } from '../../../domain/organisation/lookup.ts';
import type { PersonRef } from '../../../domain/portfolio/views.ts';
import { route } from '../route.ts';
import { organisationView } from '../schemas.ts';

export const showOrganisation = route({
  method: 'get',
  path: '/api/organisation',
  summary: 'Units, role holders of today, vacancies, and channels tied to units.',
  kept: true,
  response: organisationView,
  answer: async ({ viewer }, deps) => {
    const { units, holders, vacancies, channels } = deps.context().organisation;
    const { nameOf } = deps.sources();
    const ref = (id: string): PersonRef => ({ id, name: nameOf(id) });
    const today = Object.values(holders).filter(
      ({ from, to }) => from <= viewer.day && (to === undefined || viewer.day <= to),
    );
    return {
      ok: {
        units: Object.values(units).map((unit) => ({ ...unit, alsoCalled: [...(unit.alsoCalled ?? [])] })),
        holders: today.map((holder) => ({
          role: holder.role,
          unit: holder.unit,
          person: ref(holder.person),
          acting: ref(actingFor(holder, viewer.day)),
          share: holder.share ?? null,
        })),
        vacancies: [...vacancies],
        channels: Object.values(channels),
      },
    };
  },
});
