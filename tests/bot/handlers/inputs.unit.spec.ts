import {
  caseOf,
  idOf,
  numberOf,
  operationFor,
  ownOperation,
  textOf,
  yesNoOf,
} from '../../../bot/handlers/inputs.ts';

describe('a number as people write it', () => {
  it.each([
    ['1250', 1250],
    ['1 250', 1250],
    ['1\u00a0250,5', 1250.5],
    ['1.250,50', 1250.5],
    ['1,250.5', 1250.5],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['-3', -3],
    ['\u22123', -3],
    ['0', 0],
    [7, 7],
  ])('%j → %d', (written, number) => expect(numberOf({ n: written }, 'n')).toBe(number));

  it.each(['tolv', '1,2,3', '12 kr', '1e9', '--1', '5%', '0x10', 'Infinity'])('%j is none', (written) =>
    expect(numberOf({ n: written }, 'n')).toBeNaN(),
  );

  it.each([undefined, null, '', '   ', {}, ['1']])('%j is nothing', (written) =>
    expect(numberOf({ n: written }, 'n')).toBeUndefined(),
  );
});

describe('ids', () => {
  it('of ours are plain ASCII', () => {
    expect(idOf({ op: 'a-1' }, 'op')).toBe('a-1');
    for (const op of ['', 'å', 'a b', 'a'.repeat(81), '../x', 7, null, ['a']])
      expect(idOf({ op }, 'op')).toBeUndefined();
  });

  it('of cases may have å, ä and ö, however they are written', () => {
    expect(caseOf({ id: 'ÖFK-2026-0001' })).toBe('ÖFK-2026-0001');
    expect(caseOf({ id: 'O\u0308FK-2026-0001' })).toBeUndefined();
    expect(caseOf({ id: 'VOF 2026' })).toBeUndefined();
  });
});

describe('operations', () => {
  it('of several people on one card differ, and stay the same for each', () => {
    const card = { op: 'card-1', text: 'x' };
    const [eva, bo] = [ownOperation(card, 'eva'), ownOperation(card, 'bo')];
    expect(eva.op).not.toBe(bo.op);
    expect(ownOperation(card, 'eva')).toEqual(eva);
    expect(eva).toMatchObject({
      text: 'x',
      op: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
    expect(ownOperation({ op: ['x'] }, 'eva')).toEqual({ op: ['x'] });
  });

  it('follow the words', () => {
    expect(operationFor('op', { a: 1 })).toBe(operationFor('op', { a: 1 }));
    expect(operationFor('op', { a: 1 })).not.toBe(operationFor('op', { a: 2 }));
  });
});

describe('texts and toggles', () => {
  it('are read without trusting them', () => {
    expect(textOf({ t: '  hej  ' }, 't')).toBe('hej');
    for (const t of ['', '  ', 7, null, {}]) expect(textOf({ t }, 't')).toBeUndefined();
    expect([true, 'true', false, 'false', 'ja', 1].map((value) => yesNoOf({ value }, 'value'))).toEqual([
      true,
      true,
      false,
      false,
      undefined,
      undefined,
    ]);
  });
});
