import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatMoney } from '../elements/format.ts';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useTexts } from '../texts/useTexts.ts';
import { barsFor } from './bars.ts';
import { useTableStyles } from './tableStyles.ts';

const useStyles = makeStyles({
  barCell: { width: '100%' },
  year: { whiteSpace: 'nowrap' },
  track: { position: 'relative', height: '16px' },
  bar: {
    position: 'absolute',
    top: '2px',
    bottom: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  below: { backgroundColor: 'transparent', border: `2px solid ${tokens.colorNeutralForeground3}` },
  zero: {
    position: 'absolute',
    top: '-6px',
    bottom: '-6px',
    width: '1px',
    backgroundColor: tokens.colorNeutralStrokeAccessible,
  },
});

/** Accumulated sum year by year (kr): figures for everybody, bars for the eye. Index 0 is the start. */
export function FlowTable({ accumulated }: { accumulated: readonly number[] }) {
  const styles = useStyles();
  const table = useTableStyles();
  const global = useGlobalStyles();
  const { t, language } = useTexts();
  const { zero, bars } = barsFor(accumulated);
  return (
    <table className={table.table}>
      <caption className={table.caption}>{t('initiative:flow')}</caption>
      <thead className={global.onlyForReaders}>
        <tr>
          <th scope="col">{t('initiative:yearColumn')}</th>
          <th scope="col">{t('initiative:flowColumn')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {accumulated.map((sum, year) => {
          const bar = bars[year];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the year
            <tr key={year}>
              <th scope="row" className={mergeClasses(table.rowHead, styles.year)}>
                {year === 0 ? t('initiative:start') : t('initiative:year', { year })}
              </th>
              <td className={mergeClasses(table.cell, table.figure)}>{formatMoney(sum, language)}</td>
              <td className={mergeClasses(table.cell, styles.barCell)} aria-hidden>
                <div className={styles.track}>
                  {bar && (
                    <span
                      className={mergeClasses(styles.bar, bar.negative && styles.below)}
                      style={{ left: `${bar.start}%`, width: `${bar.length}%` }}
                    />
                  )}
                  <span className={styles.zero} style={{ left: `${zero}%` }} />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
