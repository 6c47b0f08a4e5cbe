import type { ProductionConfig } from '../config.ts';
import type { EdgeLog } from '../teams/edgeLog.ts';

/** A new one takes an order, somebody with the right role, and a day when both are there. */
const SOON_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/**
 * Says at the start, and then once a day, which certificate expires within 30 days: the day it does nobody gets in any
 * more, and nothing else here would have told. An alert listens (infra/modules/alerts.bicep).
 * @param now milliseconds since 1970
 */
export function watchCertificates(
  { bot, graph }: Pick<ProductionConfig, 'bot' | 'graph'>,
  report: Pick<EdgeLog, 'warn'>,
  now: () => number,
): { readonly close: () => void } {
  const look = (): void => {
    for (const [setting, { identity }] of Object.entries({
      FARDPLAN_BOT_CERTIFICATE: bot,
      FARDPLAN_GRAPH_CERTIFICATE: graph,
    })) {
      if (identity.kind !== 'certificate') continue;
      const daysLeft = Math.floor((Date.parse(identity.expires) - now()) / DAY_MS);
      if (daysLeft <= SOON_DAYS)
        report.warn({ setting, expires: identity.expires, daysLeft }, 'a certificate must be renewed');
    }
  };
  look();
  const timer = setInterval(look, DAY_MS).unref();
  return { close: () => clearInterval(timer) };
}
