import { mergeClasses } from '@fluentui/react-components';
import type { BasisResult, Calculation } from '../../../domain/benefits/calculate.ts';
import type { BenefitModel } from '../../../domain/benefits/model.ts';
import { formatMoney } from '../elements/format.ts';
import { softly } from '../elements/softly.ts';
import { useTexts } from '../texts/useTexts.ts';
import { paybackText } from './KeyFigures.tsx';
import { useTableStyles } from './tableStyles.ts';

/** Careful, likely and hopeful; and what is left when only money is counted. */
export function CasesTable({ calculation, model }: { calculation: Calculation; model: BenefitModel }) {
  const table = useTableStyles();
  const { t, language } = useTexts();
  const { low, base, high } = calculation.cases;
  const rows: readonly (readonly [string, BasisResult])[] = [
    [t('initiative:case.low'), low.total],
    [t('initiative:case.base'), base.total],
    [t('initiative:case.high'), high.total],
    [t('initiative:inMoney'), calculation.financial],
  ];
  return (
    <table className={table.table}>
      <caption className={table.caption}>{t('initiative:cases')}</caption>
      <thead>
        <tr>
          <th scope="col" className={table.columnHead}>
            {t('initiative:caseColumn')}
          </th>
          <th scope="col" className={table.columnHead}>
            {softly(t('initiative:payback'))}
          </th>
          <th scope="col" className={table.columnHead}>
            {softly(t('initiative:npv'))}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, result]) => (
          <tr key={name}>
            <th scope="row" className={table.rowHead}>
              {softly(name)}
            </th>
            <td className={mergeClasses(table.cell, table.words)}>
              {paybackText(t, result.payback, model.horizonYears, language)}
            </td>
            <td className={mergeClasses(table.cell, table.figure)}>{formatMoney(result.npv, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
