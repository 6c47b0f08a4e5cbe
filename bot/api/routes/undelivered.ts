import { z } from 'zod';
import { actsAsAnywhere } from '../../../domain/organisation/lookup.ts';
import type { UndeliveredView } from '../../../domain/portfolio/views.ts';
import { route } from '../route.ts';

const MOST = 200;

/** Messages that did not arrive and why, for whoever looks after the tool. No texts, only who, about what and the reason. */
export const listUndelivered = route({
  method: 'get',
  path: '/api/undelivered',
  summary:
    'Messages that did not arrive, with the reason. For tool administrators and the head of digitalisation.',
  response: z.object({
    items: z.array(
      z.object({
        key: z.string(),
        recipient: z.object({ id: z.string(), name: z.string(), kind: z.enum(['person', 'channel']) }),
        initiative: z.string().nullable().describe('Case number'),
        notice: z.string(),
        reason: z.string(),
        explanation: z.string(),
        at: z.string(),
      }) satisfies z.ZodType<UndeliveredView>,
    ),
    more: z.boolean().describe('There are older ones that are not shown'),
  }),
  answer: async ({ viewer, texts }, deps) => {
    const { organisation } = deps.context();
    const may = (['toolAdmin', 'headOfDigitalisation'] as const).some((role) =>
      actsAsAnywhere(organisation, viewer.person, role, viewer.day),
    );
    if (!may)
      return {
        problem: {
          status: 403,
          code: 'not-allowed',
          title: texts.t('refusals.not-allowed.title'),
          detail: texts.t('refusals.not-allowed.text'),
        },
      };
    const { nameOf, initiative } = deps.sources();
    const rows = await deps.deliveries.failures(MOST);
    const items = rows.flatMap(({ key, to, content, state }) => {
      // A message that had nothing left to say is no failure anybody needs to look at.
      if (state.status !== 'failed' || state.reason === 'nothing-to-update') return [];
      const id = to.kind === 'person' ? to.person : to.channel;
      const about = content.initiative === undefined ? undefined : initiative(content.initiative);
      return [
        {
          key,
          recipient: {
            id,
            kind: to.kind,
            name: to.kind === 'person' ? nameOf(id) : (organisation.channels[id]?.name ?? id),
          },
          initiative: (about && 'number' in about && about.number) || null,
          notice: content.notice,
          reason: state.reason,
          explanation: texts.t(`deliveryFailures.${state.reason}`),
          at: state.at,
        },
      ];
    });
    return { ok: { items, more: rows.length === MOST } };
  },
});
