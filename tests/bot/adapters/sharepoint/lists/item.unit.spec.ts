import { readPage } from '../../../../../bot/adapters/sharepoint/lists/item.ts';

const COLUMNS = new Set(['Title']);
const row = (id: string, more: object) => ({ id, '@odata.etag': '"x,1"', ...more });

describe('a page of changes', () => {
  it('leaves out folders in any language, and what is no row at all', () => {
    const value = [
      row('1', { contentType: { id: '0x0120001', name: 'Mapp' }, fields: { Title: 'a' } }),
      row('2', { contentType: { name: 'Folder' }, fields: { Title: 'b' } }),
      row('8a1c', { contentType: { id: '0x0100' }, fields: { Title: 'c' } }),
      row('3', { contentType: { id: '0x0100B2', name: 'Objekt' }, fields: { Title: 'd', Own: 'x' } }),
    ];
    expect(readPage({ value }, COLUMNS).changes).toEqual([{ id: 3, etag: '"x,1"', fields: { Title: 'd' } }]);
  });

  it('knows what is gone in both ways of saying it, and what came without its fields', () => {
    const value = [{ id: '1', deleted: { state: 'deleted' } }, { id: '2', '@removed': {} }, row('3', {})];
    expect(readPage({ value }, COLUMNS).changes).toEqual([
      { id: 1, deleted: true },
      { id: 2, deleted: true },
      { id: 3, bare: true },
    ]);
  });
});
