import type { Unit } from '../../../domain/organisation/organisation.ts';
import { unitGroups } from '../../../tab/src/propose/unitGroups.ts';

const unit = (id: string, kind: Unit['kind'], name: string, parent?: string): Unit => ({
  id,
  kind,
  name,
  ...(parent && { parent }),
});

describe('units to choose from', () => {
  it('stand under their department by name, the department first, at any depth', () => {
    const groups = unitGroups([
      unit('k', 'municipality', 'Kommunen'),
      unit('vof', 'department', 'Vård- och omsorgsförvaltningen', 'k'),
      unit('klk', 'department', 'Kommunledningskontoret', 'k'),
      unit('ht', 'area', 'Hemtjänst', 'vof'),
      unit('ht-ö', 'unit', 'Östra', 'ht'),
      unit('ht-n', 'unit', 'Norra', 'ht'),
      unit('lost', 'unit', 'Utan förvaltning', 'gone'),
    ]);
    expect(groups.map(({ department, units }) => [department.id, units.map(({ id }) => id)])).toEqual([
      ['klk', ['klk']],
      ['vof', ['vof', 'ht', 'ht-n', 'ht-ö']],
    ]);
  });

  it('ends where the tree loops', () => {
    expect(unitGroups([unit('a', 'unit', 'A', 'b'), unit('b', 'unit', 'B', 'a')])).toEqual([]);
  });
});
