import { z } from 'zod';
import { looksAfterTheTool } from '../../../domain/organisation/lookup.ts';
import { type FailedMessage, isPutAway } from '../../../domain/organisation/organisation.ts';
import type { UndeliveredView } from '../../../domain/portfolio/views.ts';
import type { Texts } from '../../texts/texts.ts';
import type { ApiDeps } from '../deps.ts';
import { problemOf } from '../problem.ts';
import { route } from '../route.ts';
import { putAwayBody } from '../schemas.ts';

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
    if (!looksAfterTheTool(organisation, viewer.person, viewer.day)) return { problem: notAllowed(texts) };
    const { nameOf, initiative } = deps.sources();
    const { failures, more } = await failuresIn(deps);
    const items = failures.map(({ row: { key, to, content }, reason, at }) => {
      const id = to.kind === 'person' ? to.person : to.channel;
      const about = content.initiative === undefined ? undefined : initiative(content.initiative);
      return {
        key,
        recipient: {
          id,
          kind: to.kind,
          name: to.kind === 'person' ? nameOf(id) : (organisation.channels[id]?.name ?? id),
        },
        initiative: (about && 'number' in about && about.number) || null,
        notice: content.notice,
        reason,
        explanation: texts.t(`deliveryFailures.${reason}`),
        at,
      };
    });
    return { ok: { items, more } };
  },
});

/** Somebody has dealt with them. What fails again afterwards is shown again. */
export const putAwayUndelivered = route({
  method: 'post',
  path: '/api/undelivered/put-away',
  summary: 'Shows messages that did not arrive no more. The same operation twice has one effect.',
  points: 5,
  body: putAwayBody,
  response: z.object({ changed: z.boolean() }),
  answer: async ({ viewer, texts, body: { operationId, messages } }, deps) => {
    if (!looksAfterTheTool(deps.context().organisation, viewer.person, viewer.day))
      return { problem: notAllowed(texts) };
    const seen = await Promise.all(messages.map((message) => mayHaveFailed(message, deps)));
    const order = { type: 'PutAwayMessages', messages: messages.filter((_, i) => seen[i]) } as const;
    const outcome = await deps.handleOrganisation(order, operationId, viewer.person);
    if (outcome.ok) return { ok: { changed: outcome.changed } };
    return { problem: problemOf(403, { code: outcome.refusal }, texts) };
  },
});

/**
 * What has arrived meanwhile needs no putting away, and nobody can put away what has not failed yet. One that is still
 * due as we know it may have failed on another instance, which has shown it.
 */
async function mayHaveFailed(
  { key, at }: FailedMessage,
  { deliveries, clock }: Pick<ApiDeps, 'deliveries' | 'clock'>,
): Promise<boolean> {
  const state = (await deliveries.get(key))?.state;
  if (state === undefined || state.status === 'sent') return false;
  return at <= (state.status === 'failed' ? state.at : clock());
}

/** Latest first, without what somebody has put away. */
async function failuresIn(deps: Pick<ApiDeps, 'deliveries' | 'context'>) {
  const { organisation } = deps.context();
  const limit = MOST + Object.keys(organisation.putAway ?? {}).length;
  const rows = await deps.deliveries.failures(limit);
  const failures = rows.flatMap((row) => {
    const { key, state } = row;
    // A message that had nothing left to say is no failure anybody needs to look at.
    if (state.status !== 'failed' || state.reason === 'nothing-to-update') return [];
    return isPutAway(organisation, { key, at: state.at })
      ? []
      : [{ row, reason: state.reason, at: state.at }];
  });
  return { failures: failures.slice(0, MOST), more: rows.length === limit };
}

const notAllowed = (texts: Texts) => problemOf(403, { code: 'not-allowed' }, texts);
