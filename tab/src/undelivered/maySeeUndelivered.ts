import type { MeView } from '../../../domain/portfolio/views.ts';

const LOOK_AFTER_THE_TOOL: readonly string[] = ['toolAdmin', 'headOfDigitalisation'];

/** Whether to offer the page at all; the refusal itself is the server's. */
export const maySeeUndelivered = ({ roles }: Pick<MeView, 'roles'>): boolean =>
  roles.some(({ role }) => LOOK_AFTER_THE_TOOL.includes(role));
