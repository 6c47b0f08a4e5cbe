import { type BrokenRow, createChainCheck } from '../../bot/adapters/chain/checkChains.ts';
import { PORTFOLIO_SITE_LISTS } from '../../bot/adapters/sharepoint/index.ts';
import { SAMPLE } from '../tenant/seed.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** The lists of the closed site as an administrator sees them in SharePoint, with the columns as they are stored. */

export type LogLine = {
  readonly item: number;
  readonly version: number;
  readonly key: string;
  readonly stream: string;
  readonly sequence: number;
  readonly operationId: string;
  readonly types: string;
  readonly actor: string;
  readonly record: string;
};

export type DeliveryLine = {
  readonly key: string;
  readonly to: { readonly kind: string; readonly person?: string; readonly channel?: string };
  readonly notice: string;
  readonly initiative?: string;
  readonly updates?: string;
  readonly status: string;
  readonly reason?: string;
  readonly conversation?: string;
  readonly activity?: string;
};

export type ConversationLine = {
  readonly id: string;
  readonly kind: string;
  readonly person?: string;
  readonly serviceUrl: string;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const optional = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const rowsOf = (tenant: Tenant, title: string) => tenant.sharePoint.rows(SAMPLE.logSite, title);

export const logLines = (tenant: Tenant): LogLine[] =>
  rowsOf(tenant, 'Händelselogg').map(({ id, version, fields }) => ({
    item: id,
    version,
    key: text(fields.EventKey),
    stream: text(fields.Stream),
    sequence: Number(fields.Sequence),
    operationId: text(fields.OperationId),
    types: text(fields.EventTypes),
    actor: text(fields.Actor),
    record: text(fields.Record),
  }));

/** Messages, without the row that says how far the log has been read. */
export const deliveryLines = (tenant: Tenant): DeliveryLine[] =>
  rowsOf(tenant, 'Leveranser').flatMap(({ fields }) => {
    if (!fields.Delivery) return [];
    const { key, to, content, updates } = JSON.parse(text(fields.Delivery));
    return [
      {
        key,
        to,
        notice: content.notice,
        initiative: content.initiative,
        updates,
        status: text(fields.DeliveryStatus),
        reason: optional(fields.Reason),
        conversation: optional(fields.Conversation),
        activity: optional(fields.Activity),
      },
    ];
  });

export const conversationLines = (tenant: Tenant): ConversationLine[] =>
  rowsOf(tenant, 'Samtal').map(({ fields }) => {
    const { id, kind, serviceUrl } = JSON.parse(text(fields.Conversation));
    return { id, kind, serviceUrl, person: optional(fields.Person) };
  });

/** What the check of the log says of the rows as they lie in the list. */
export function brokenRows(tenant: Tenant): readonly BrokenRow[] {
  const check = createChainCheck();
  for (const { id, fields } of rowsOf(tenant, 'Händelselogg'))
    check.take({
      position: id,
      key: text(fields.EventKey),
      stream: text(fields.Stream),
      sequence: Number(fields.Sequence),
      operationId: text(fields.OperationId),
      actor: text(fields.Actor),
      at: text(fields.EventTime),
      previousHash: text(fields.PreviousHash),
      hash: text(fields.Hash),
      record: text(fields.Record),
    });
  return check.report().broken;
}

type Cells = Readonly<Record<string, unknown>>;

/** A readable list of the portfolio site, with the columns as they are stored. */
export const readableLines = (tenant: Tenant, title: string): Cells[] =>
  tenant.sharePoint.rows(SAMPLE.portfolioSite, title).map(({ fields }) => fields);

/** All readable lists by name, as people see them: in the order of keys, without what ties rows to the log. */
export const readableLists = (tenant: Tenant): Record<string, Cells[]> =>
  Object.fromEntries(
    PORTFOLIO_SITE_LISTS.map(({ title }) => [
      title,
      readableLines(tenant, title)
        .toSorted((one, other) => text(one.RowKey).localeCompare(text(other.RowKey)))
        .map(
          ({ RowKey: _key, Initiative: _tie, LogVersion: _version, RowSum: _sum, Attempt: _try, ...cells }) =>
            cells,
        ),
    ]),
  );

export const doublesOf = <T>(values: readonly T[]): T[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
