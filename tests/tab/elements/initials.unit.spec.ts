import { initialsOf } from '../../../tab/src/elements/initials.ts';

describe('initials', () => {
  it.each([
    ['Enhetschef hemtjänst norr', 'EN'],
    ['Enhetschef, hemtjänst (norr)', 'EN'],
    ['åtgärdsledare', 'Å'],
    ['Digitaliseringscoach 2', 'D'],
    ['', ''],
    ['0f0c-11', 'FC'],
  ])('of "%s" are "%s"', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
