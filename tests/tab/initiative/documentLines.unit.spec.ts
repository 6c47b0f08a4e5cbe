import {
  documentLine,
  formatBytes,
  latestFirst,
} from '../../../tab/src/initiative/sections/documentLines.ts';

const NBSP = '\u00a0';
const FILE = {
  name: 'Behov.docx',
  url: 'https://library.example/behov',
  changedAt: '2026-03-12T08:30:00Z',
  changedBy: 'Digitaliseringscoach',
  bytes: 12_300,
};

describe('the size of a file', () => {
  it.each([
    [0, `1${NBSP}kB`],
    [12_300, `12${NBSP}kB`],
    [1_048_000, `1${NBSP}023${NBSP}kB`],
    [1_572_864, `1,5${NBSP}MB`],
    [5 * 1_024 ** 3, `5${NBSP}GB`],
    [3_000 * 1_024 ** 3, `3${NBSP}000${NBSP}GB`],
  ])('%d bytes reads %s', (bytes, text) => expect(formatBytes(bytes, 'sv')).toBe(text));

  it('has a point in English', () => expect(formatBytes(1_572_864, 'en')).toBe(`1.5${NBSP}MB`));
});

describe('the line of a file', () => {
  it('says who, when and how large', () =>
    expect(documentLine(FILE, 'sv')).toBe(`Digitaliseringscoach · 12 mars 2026 kl. 09:30 · 12${NBSP}kB`));

  it('leaves out what is not known', () =>
    expect(documentLine({ ...FILE, changedBy: null, changedAt: null }, 'sv')).toBe(`12${NBSP}kB`));
});

describe('the order of files', () => {
  it('begins with the latest change and ends with those without a time', () => {
    const files = [
      { ...FILE, name: 'utan', changedAt: null },
      FILE,
      { ...FILE, name: 'sist ändrad', changedAt: '2026-03-13T08:30:00Z' },
    ];
    expect(latestFirst(files).map(({ name }) => name)).toEqual(['sist ändrad', 'Behov.docx', 'utan']);
  });
});
