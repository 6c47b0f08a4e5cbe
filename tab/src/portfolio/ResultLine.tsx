import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSortDownRegular, ArrowSortUpRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { Choose } from '../elements/Choose.tsx';
import { formatNumber } from '../elements/format.ts';
import { useTexts } from '../texts/useTexts.ts';
import { activeFilters, NO_NARROWING, type PortfolioQuery, SORTS, type Sort, sortedBy } from './query.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  count: { fontWeight: tokens.fontWeightSemibold },
  sort: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginLeft: 'auto',
    '@media (max-width: 639px)': { marginLeft: 0 },
  },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type ResultLineProps = {
  readonly query: PortfolioQuery;
  readonly onChange: (part: Partial<PortfolioQuery>) => void;
  readonly shown: number;
  readonly total: number;
};

/** How many were found, and in which order they are shown. */
export function ResultLine({ query, onChange, shown, total }: ResultLineProps) {
  const styles = useStyles();
  const { t, language } = useTexts();
  const [count, of] = [formatNumber(shown, language), formatNumber(total, language)];
  const id = useId();
  const narrowed = activeFilters(query) > 0 || query.q.trim() !== '';
  const direction = t(query.descending ? 'portfolio:descending' : 'portfolio:ascending');
  return (
    <div className={styles.line}>
      <span role="status" className={styles.count}>
        {narrowed
          ? t('portfolio:countOf', { shown: count, total: of })
          : t('portfolio:count', { count: total, number: of })}
      </span>
      {narrowed && (
        <Button size="small" appearance="subtle" onClick={() => onChange(NO_NARROWING)}>
          {t('portfolio:clear')}
        </Button>
      )}
      <span className={styles.sort}>
        <label htmlFor={id} className={styles.label}>
          {t('portfolio:sortedBy')}
        </label>
        <Choose
          id={id}
          size="small"
          value={query.sort}
          onChange={(_event, { value }) => onChange(sortedBy({ ...query, descending: false }, value as Sort))}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`portfolio:sort.${sort}`)}
            </option>
          ))}
        </Choose>
        <Button
          size="small"
          appearance="subtle"
          icon={query.descending ? <ArrowSortDownRegular /> : <ArrowSortUpRegular />}
          onClick={() => onChange(sortedBy(query, query.sort))}
        >
          {direction}
        </Button>
      </span>
    </div>
  );
}
