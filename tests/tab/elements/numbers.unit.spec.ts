import { readNumber, writeNumber } from '../../../tab/src/elements/numbers.ts';

describe('numbers as people type them', () => {
  it.each([
    ['1200', 1200],
    ['1 200,5', 1200.5],
    ['1\u00a0200', 1200],
    ['0,25', 0.25],
    ['12.5', 12.5],
    ['-3', -3],
    ['\u22123', -3],
  ])('reads %j', (text, number) => expect(readNumber(text)).toBe(number));

  it('tells an empty field from one that is not a number', () => {
    expect(readNumber('  ')).toBeUndefined();
    for (const text of ['tolv', '1,2,3', '1e9', '12 kr', ',5']) expect(readNumber(text)).toBeNaN();
  });

  it('writes what it reads', () => {
    for (const number of [0, 0.25, 1200.5, -3]) expect(readNumber(writeNumber(number))).toBe(number);
    expect(writeNumber(undefined)).toBe('');
  });
});
