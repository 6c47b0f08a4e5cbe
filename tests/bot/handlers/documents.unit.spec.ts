import { linksOf } from '../../../bot/handlers/look.ts';
import { memoryDocuments } from '../../fakes/memoryDocuments.ts';
import { underWay, view } from '../cards/views.ts';

const tabUrl = (id: string) => `https://fardplan.example/tab/#/initiatives/${id}`;
const NUMBER = 'VOF-2026-0012';

describe('where a card leads', () => {
  it('to the page always, and to the folder once that has been made', async () => {
    const documents = memoryDocuments();
    expect(linksOf(view(), { tabUrl, documents })).toEqual({ tabUrl: tabUrl(NUMBER) });
    const documentsUrl = await documents.folderFor(NUMBER);
    expect(linksOf(view(), { tabUrl, documents })).toEqual({ tabUrl: tabUrl(NUMBER), documentsUrl });
    expect(documents.asked).toEqual([`make ${NUMBER}`]);
  });

  it('to no folder without a library, for a draft, or for a protected case', async () => {
    const documents = memoryDocuments();
    await documents.folderFor(NUMBER);
    expect(linksOf(view(), { tabUrl })).toEqual({ tabUrl: tabUrl(NUMBER) });
    expect(linksOf(view({ number: null, state: 'DRAFT' }), { tabUrl, documents })).toEqual({
      tabUrl: tabUrl('I-1'),
    });
    expect(linksOf(underWay({ protected: true }), { tabUrl, documents })).toEqual({ tabUrl: tabUrl(NUMBER) });
    expect(linksOf(view(), { tabUrl: () => undefined, documents })).not.toHaveProperty('tabUrl');
  });
});
