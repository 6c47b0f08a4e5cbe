import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { useClient } from './ClientContext.ts';
import { afterProblem, type CommandBody, type Operation, operationFor, type Target } from './operation.ts';
import { type Problem, problemOf } from './problems.ts';
import { KEYS } from './queries.ts';

export type Sent =
  | { readonly ok: true; readonly initiative: InitiativeView }
  | { readonly ok: false; readonly problem: Problem };

export type Sending = {
  readonly send: (order: InitiativeOrder, target: Target) => Promise<Sent | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly clear: () => void;
};

/** The stream of changes may have been quicker than the answer. */
const newest = (known: InitiativeView | undefined, answered: InitiativeView): InitiativeView =>
  known && known.version > answered.version ? known : answered;

const newId = (): string => crypto.randomUUID();

/**
 * Sends one form's orders: the operation id is made with the form, a second click while one is under way does nothing
 * (`undefined`), and what the server answers is put where the pages look.
 */
export function useSend(): Sending {
  const client = useClient();
  const cache = useQueryClient();
  const operation = useRef<Operation>({ id: '' });
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  if (operation.current.id === '') operation.current = { id: newId() };

  const remember = useCallback(
    (initiative: InitiativeView) => {
      client.hear(initiative);
      for (const id of [initiative.id, initiative.number]) {
        if (id)
          cache.setQueryData([...KEYS.initiative, id], (known?: InitiativeView) => newest(known, initiative));
      }
      void cache.invalidateQueries({ queryKey: KEYS.portfolio });
      void cache.invalidateQueries({ queryKey: KEYS.todo });
    },
    [cache, client],
  );

  const send = useCallback<Sending['send']>(
    async (order, target) => {
      if (underWay.current) return undefined;
      underWay.current = true;
      setBusy(true);
      setProblem(undefined);
      operation.current = operationFor(operation.current, order, newId);
      const body: CommandBody = { operationId: operation.current.id, ...target, order };
      try {
        const { initiative } = await client.send<{ initiative: InitiativeView }>(
          'POST',
          '/api/commands',
          body,
        );
        operation.current = { id: newId() };
        remember(initiative);
        return { ok: true, initiative };
      } catch (error) {
        const found = problemOf(error);
        operation.current = afterProblem(operation.current, order, found, newId);
        if (found.initiative) remember(found.initiative);
        setProblem(found);
        return { ok: false, problem: found };
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
    [client, remember],
  );

  return { send, busy, problem, clear: useCallback(() => setProblem(undefined), []) };
}
