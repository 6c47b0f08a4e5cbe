import {
  activeFilters,
  type PortfolioQuery,
  readQuery,
  sortedBy,
  writeQuery,
} from '../../../tab/src/portfolio/query.ts';

const read = (address: string): PortfolioQuery => readQuery(new URLSearchParams(address));

describe('the portfolio in the address', () => {
  it('is plain when nothing is chosen: last changed first', () => {
    const plain = read('');
    expect(plain).toMatchObject({ q: '', sort: 'changedAt', descending: true });
    expect(writeQuery(plain).toString()).toBe('');
  });

  it('comes back as it was written', () => {
    const address =
      'q=l%C3%A5s+norr&department=vof&state=COUNCIL&status=red&category=ai&track=light&only=overdue&sort=title&dir=desc';
    expect(writeQuery(read(address)).toString()).toBe(address);
    expect(read(address).q).toBe('lås norr');
  });

  it('leaves out what it does not know, so that an old link still opens', () => {
    const query = read('state=NOWHERE&status=blue&track=slow&only=theirs&sort=price&dir=sideways');
    expect(query).toEqual(read(''));
  });

  it('turns the order of the same column and starts another as is natural for it', () => {
    const byTitle = sortedBy(read(''), 'title');
    expect(byTitle).toMatchObject({ sort: 'title', descending: false });
    expect(sortedBy(byTitle, 'title').descending).toBe(true);
    expect(sortedBy(byTitle, 'valuePerYear').descending).toBe(true);
  });

  it('counts the filters that are on, not the search', () => {
    expect(activeFilters(read('q=lås&department=vof&only=mine'))).toBe(2);
  });
});
