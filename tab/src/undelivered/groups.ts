import type { UndeliveredView } from '../../../domain/portfolio/views.ts';

/** Messages with the same remedy: what helps a person does not help a channel. */
export type UndeliveredGroup = {
  readonly reason: string;
  readonly kind: 'person' | 'channel';
  readonly items: readonly UndeliveredView[];
};

/**
 * One group for each reason and kind of recipient. The order is that of the items: the group with the latest message
 * comes first when the items are latest first, as the server gives them.
 */
export function groupsOf(items: readonly UndeliveredView[]): readonly UndeliveredGroup[] {
  const byRemedy = Map.groupBy(items, ({ reason, recipient }) => `${reason}/${recipient.kind}`);
  return [...byRemedy.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ reason: first.reason, kind: first.recipient.kind, items: group }] : [];
  });
}
