import { Button, Field, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useId, useMemo, useState } from 'react';
import { STATES } from '../../../domain/initiatives/states.ts';
import { TRACKS } from '../../../domain/initiatives/tracks.ts';
import type { Unit } from '../../../domain/organisation/organisation.ts';
import { Choose } from '../elements/Choose.tsx';
import { swedishKey } from '../elements/swedishKey.ts';
import { NARROW, useMedia } from '../elements/useMedia.ts';
import { labelOf, useTexts } from '../texts/useTexts.ts';
import type { Portfolio } from './portfolio.ts';
import { activeFilters, type Filter, ONLY, type PortfolioQuery, STATUS_CHOICES } from './query.ts';

const useStyles = makeStyles({
  bar: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  first: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  search: { flexGrow: 1, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '480px' },
  searchBox: { width: '100%', minWidth: 0, '& > input': { minWidth: 0 }, maxWidth: 'none' },
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  filters: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
  },
});

type FilterBarProps = {
  readonly query: PortfolioQuery;
  readonly onChange: (query: PortfolioQuery) => void;
  readonly units: readonly Unit[];
  readonly portfolio: Portfolio;
};

type Choice = { readonly value: string; readonly label: string };

/** Search and filters. On a narrow screen the filters wait behind a button that says how many are on. */
export function FilterBar({ query, onChange, units, portfolio }: FilterBarProps) {
  const styles = useStyles();
  const { t } = useTexts();
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  const panel = useId();
  const choices = useChoices(units, portfolio);
  const active = activeFilters(query);

  return (
    <search className={styles.bar}>
      <div className={styles.first}>
        <Field label={t('portfolio:search')} className={styles.search}>
          <SearchBox
            className={styles.searchBox}
            placeholder={t('portfolio:searchPlaceholder')}
            value={query.q}
            onChange={(_event, { value }) => onChange({ ...query, q: value })}
          />
        </Field>
        {narrow && (
          <Button
            icon={<FilterRegular />}
            aria-expanded={open}
            aria-controls={panel}
            onClick={() => setOpen(!open)}
          >
            {active > 0 ? t('portfolio:filtersActive', { count: active }) : t('portfolio:filters')}
          </Button>
        )}
      </div>
      <div id={panel} className={styles.filters} hidden={narrow && !open}>
        {(!narrow || open) &&
          (Object.keys(choices) as Filter[]).map((filter) => (
            <Field key={filter} label={t(`portfolio:${filter}`)} size="small" className={styles.field}>
              <Choose
                size="small"
                value={query[filter] ?? ''}
                onChange={(_event, { value }) => onChange({ ...query, [filter]: value || undefined })}
              >
                <option value="">{t('portfolio:all')}</option>
                {choices[filter].map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Choose>
            </Field>
          ))}
      </div>
    </search>
  );
}

function useChoices(
  units: readonly Unit[],
  portfolio: Portfolio,
): Readonly<Record<Filter, readonly Choice[]>> {
  const { t } = useTexts();
  return useMemo(() => {
    const byLabel = (choices: Choice[]) =>
      choices.sort((a, b) => (swedishKey(a.label) < swedishKey(b.label) ? -1 : 1));
    const occurring = [...new Set(portfolio.column('category'))];
    return {
      department: byLabel(
        units.filter(({ kind }) => kind === 'department').map(({ id, name }) => ({ value: id, label: name })),
      ),
      state: STATES.filter((state) => state !== 'DRAFT').map((state) => ({
        value: state,
        label: t(`states:${state}.name`),
      })),
      status: STATUS_CHOICES.map((status) => ({
        value: status,
        label: status === 'none' ? t('portfolio:noStatus') : t(`codes:status.${status}`),
      })),
      category: byLabel(
        occurring.map((category) => ({ value: category, label: labelOf(t, 'category', category) })),
      ),
      track: TRACKS.map((track) => ({ value: track, label: t(`codes:track.${track}`) })),
      only: ONLY.map((only) => ({
        value: only,
        label: t(only === 'mine' ? 'portfolio:onlyMine' : 'portfolio:onlyOverdue'),
      })),
    };
  }, [units, portfolio, t]);
}
