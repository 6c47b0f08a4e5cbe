import { isSubmitted } from '../../../domain/initiatives/initiative.ts';
import { isAnonymous } from '../../../domain/organisation/organisation.ts';
import type { DocumentsView } from '../../../domain/portfolio/views.ts';
import { hasClosedDocuments, insightOf, sightOf } from '../../../domain/portfolio/visibility.ts';
import { type CaseFile, StoreUnavailable } from '../../app/ports/index.ts';
import type { ApiDeps } from '../deps.ts';
import { problemOf } from '../problem.ts';
import { route } from '../route.ts';
import { documentsView } from '../schemas.ts';
import { find, unknownInitiative } from './find.ts';

export const listDocuments = route({
  method: 'get',
  path: '/api/initiatives/:id/documents',
  summary:
    'The files in the folder of a case, with links. For those who may see the details of the case; none of a closed folder without insight.',
  // It asks SharePoint, which has limits of its own.
  points: 5,
  response: documentsView,
  answer: async (asked, deps) => {
    const { texts, viewer, params } = asked;
    const initiative = await find(params.id ?? '', asked, deps);
    if (!initiative) return { problem: unknownInitiative(asked) };
    if (sightOf(initiative, viewer, deps.context()) === 'hidden-details')
      return { problem: problemOf(403, { code: 'not-allowed' }, texts) };
    const hasInsight = isSubmitted(initiative) && insightOf(viewer, deps.context())(initiative);
    if (isSubmitted(initiative) && !hasInsight && hasClosedDocuments(initiative, deps.context()))
      return { ok: { ...CLOSED, library: deps.documents !== undefined } };
    try {
      const view = await viewOf(isSubmitted(initiative) ? initiative.number : undefined, deps);
      // A folder may be closed longer than the case asks for: who opens it has the last word on its files.
      return { ok: view.closed && !hasInsight ? { ...CLOSED, library: view.library } : view };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      deps.report.error({ err: error, path: '/api/initiatives/:id/documents' }, 'documents unavailable');
      return { problem: problemOf(503, { code: 'documents-unavailable' }, texts) };
    }
  },
});

/** What is said of a folder to those whom it is closed to: not even what its files are called. */
const CLOSED = { folder: null, closed: true, files: [] } as const satisfies Partial<DocumentsView>;

/** @param number undefined for a draft, which has no folder. */
async function viewOf(
  number: string | undefined,
  { documents, context }: Pick<ApiDeps, 'documents' | 'context'>,
): Promise<DocumentsView> {
  const found = number === undefined ? undefined : await documents?.folderOf(number);
  const { organisation } = context();
  const nameOf = (by: CaseFile['changedBy']): string | null =>
    by && !isAnonymous(organisation, by.id) ? by.name : null;
  return {
    library: documents !== undefined,
    folder: found?.url ?? null,
    closed: found?.isOpen === false,
    files: (found?.files ?? []).map(({ changedBy, ...file }) => ({ ...file, changedBy: nameOf(changedBy) })),
  };
}
