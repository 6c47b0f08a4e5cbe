import { changedContent, suggestTitle } from '../../../domain/initiatives/content.ts';
import type { Outcome } from '../../app/handle.ts';
import { initiativeStream } from '../../app/streams.ts';
import type { Reply } from '../../app/turn.ts';
import type { FieldErrors } from '../../cards/model.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { caseOf, idOf, operationFor, textOf } from '../inputs.ts';
import { caseReply } from '../look.ts';
import { readContent } from '../readContent.ts';
import { type InputOf, refusalErrors } from '../refusals.ts';
import { detailsReply } from './detailsReply.ts';
import { problemReply, STEP_ONE } from './problemReply.ts';

/** From step 1 to step 2: the draft is saved, so it survives leaving. */
export const draftNext: Handler = async (ask, deps) => {
  const { actor, data, texts } = ask;
  const op = idOf(data, 'op') ?? deps.newId();
  const draft = caseOf(data) ?? initiativeStream(op);
  const known = deps.casebook.initiative(draft);
  if (known && known.state !== 'DRAFT') return caseReply(known, ask, deps);

  const { content, errors } = readContent(data, texts, known?.content.estimate);
  const problems: FieldErrors = { ...missingIn(ask), ...errors };
  if (Object.keys(problems).length > 0) return again(ask, deps, { op }, problems);

  const title = known?.content.title || suggestTitle(content.problem ?? '');
  const full = { title, ...content };
  const begin = () =>
    deps.handle({ order: { type: 'StartDraft', content: changedContent({}, full) }, operationId: op, actor });
  const change = () =>
    deps.handle({
      order: { type: 'ChangeContent', content: full },
      initiative: draft,
      operationId: operationFor(op, full),
      actor,
    });
  let outcome = known ? await change() : await begin();
  // Begun by an earlier press whose answer was lost: what has been typed since then is a change.
  if (!known && isStale(outcome)) outcome = await change();
  if (outcome.ok) return detailsReply(outcome.initiative, ask, deps);
  // Sent before from this card and overwritten since: pressed again, it is a new operation.
  const form = isStale(outcome) ? { draft } : { op };
  return again(ask, deps, form, refusalErrors(outcome.refusal, texts, inputOf));
};

const isStale = (outcome: Outcome): boolean => !outcome.ok && outcome.refusal.code === 'stale';

/** What step 1 asks for: said here, where it can be answered, and not when all else is filled in. */
const missingIn = ({ data, texts }: Ask): FieldErrors =>
  Object.fromEntries(
    STEP_ONE.filter((id) => textOf(data, id) === undefined).map((id) => [
      id,
      texts.t(`cards.problem.needed.${id}`),
    ]),
  );

/** The title is a guess from the problem until somebody has seen it. */
const inputOf: InputOf = (path) => {
  const field = path.split('.').at(-1) ?? path;
  return field === 'title' ? 'problem' : field;
};

type Form = { readonly op?: string; readonly draft?: string };

function again(ask: Ask, deps: Deps, form: Form, errors: FieldErrors): Reply {
  const draft = caseOf(ask.data);
  return problemReply(ask, deps, { values: ask.data, errors, ...(draft && { draft }), ...form });
}
