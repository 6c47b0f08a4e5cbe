import type { UndeliveredView } from '../../../domain/portfolio/views.ts';
import { NAMES } from './organisation.ts';

type About = Partial<Pick<UndeliveredView, 'initiative' | 'notice' | 'at'>>;

const message = (
  reason: string,
  kind: 'person' | 'channel',
  id: string,
  { initiative = null, notice = 'review', at = '2026-03-13T08:15:00.000Z' }: About = {},
): UndeliveredView => ({
  key: `${initiative}/${notice}/${id}/${reason}`,
  recipient: { id, kind, name: NAMES[id] ?? id },
  initiative,
  notice,
  reason,
  explanation: 'Serverns egen förklaring.',
  at,
});

/** Latest first, as the server gives them; the channel is one without a name. */
export const UNDELIVERED: readonly UndeliveredView[] = [
  message('not-installed', 'person', 'chef-norr', {
    initiative: 'VOF-2026-0003',
    at: '2026-03-16T07:40:00.000Z',
  }),
  message('gone', 'channel', '19:a-channel-that-nobody-has-given-a-name-and-that-is-long@thread.tacv2', {
    initiative: 'VOF-2026-0001',
    notice: 'follow-up-due',
  }),
  message('not-installed', 'person', 'coach-lss', { notice: 'weekly' }),
  message('blocked', 'person', 'direktor-sbf', { initiative: 'VOF-2026-0002', notice: 'deviation' }),
  message('a-new-reason', 'person', 'vaktmastare', { initiative: 'SOF-2026-0001', notice: 'a-new-notice' }),
];
