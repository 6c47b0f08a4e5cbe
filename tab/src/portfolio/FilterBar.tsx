import { Button, Field, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { memo, useId, useMemo, useState } from 'react';
import { STATES } from '../../../domain/initiatives/states.ts';
import { TRACKS } from '../../../domain/initiatives/tracks.ts';
import type { Unit } from '../../../domain/organisation/organisation.ts';
import { Choose } from '../elements/Choose.tsx';
import { swedishKey } from '../elements/swedishKey.ts';
import { NARROW, useMedia } from '../elements/useMedia.ts';
import { labelOf, useTexts } from '../texts/useTexts.ts';
import type { Portfolio } from './portfolio.ts';
import { activeFilters, FILTERS, type Filter, type Narrowing, ONLY, STATUS_CHOICES } from './query.ts';

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

type Change = (part: Partial<Narrowing>) => void;
type FilterBarProps = {
  readonly narrowing: Narrowing;
  readonly onChange: Change;
  readonly units: readonly Unit[] | undefined;
  readonly portfolio: Portfolio | undefined;
};

type Choice = { readonly value: string; readonly label: string };

/**
 * Search and filters; there before the rows are, so that their coming is all that has to be drawn. On a narrow screen
 * the filters wait behind a button that says how many are on.
 */
export const FilterBar = memo(function FilterBar({ narrowing, onChange, units, portfolio }: FilterBarProps) {
  const styles = useStyles();
  const { t } = useTexts();
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  const panel = useId();
  const choices = useChoices(units, portfolio);
  const active = activeFilters(narrowing);

  return (
    <search className={styles.bar}>
      <div className={styles.first}>
        <Field label={t('portfolio:search')} className={styles.search}>
          <SearchBox
            className={styles.searchBox}
            placeholder={t('portfolio:searchPlaceholder')}
            value={narrowing.q}
            onChange={(_event, { value }) => onChange({ q: value })}
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
          FILTERS.map((filter) => (
            <FilterChoice
              key={filter}
              filter={filter}
              value={narrowing[filter] ?? ''}
              choices={choices[filter]}
              onChange={onChange}
            />
          ))}
      </div>
    </search>
  );
});

type FilterChoiceProps = {
  readonly filter: Filter;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: Change;
};

const FilterChoice = memo(function FilterChoice({ filter, value, choices, onChange }: FilterChoiceProps) {
  const styles = useStyles();
  const { t } = useTexts();
  return (
    <Field label={t(`portfolio:${filter}`)} size="small" className={styles.field}>
      <Choose
        size="small"
        value={value}
        onChange={(_event, chosen) => onChange({ [filter]: chosen.value || undefined })}
      >
        <option value="">{t('portfolio:all')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Choose>
    </Field>
  );
});

/** What one may choose among; each list is the same object until what it is made of changes. */
function useChoices(
  units: readonly Unit[] | undefined,
  portfolio: Portfolio | undefined,
): Readonly<Record<Filter, readonly Choice[]>> {
  const { t } = useTexts();
  const department = useMemo(
    () =>
      byLabel(
        (units ?? [])
          .filter(({ kind }) => kind === 'department')
          .map(({ id, name }) => ({ value: id, label: name })),
      ),
    [units],
  );
  const occurring = useMemo(() => [...new Set(portfolio?.column('category'))].sort().join('\n'), [portfolio]);
  const category = useMemo(
    () =>
      byLabel(
        occurring
          .split('\n')
          .filter(Boolean)
          .map((value) => ({ value, label: labelOf(t, 'category', value) })),
      ),
    [occurring, t],
  );
  const fixed = useMemo(
    () => ({
      state: STATES.filter((state) => state !== 'DRAFT').map((state) => ({
        value: state,
        label: t(`states:${state}.name`),
      })),
      status: STATUS_CHOICES.map((status) => ({
        value: status,
        label: status === 'none' ? t('portfolio:noStatus') : t(`codes:status.${status}`),
      })),
      track: TRACKS.map((track) => ({ value: track, label: t(`codes:track.${track}`) })),
      only: ONLY.map((only) => ({
        value: only,
        label: t(only === 'mine' ? 'portfolio:onlyMine' : 'portfolio:onlyOverdue'),
      })),
    }),
    [t],
  );
  return { ...fixed, department, category };
}

const byLabel = (choices: readonly Choice[]): readonly Choice[] =>
  choices.toSorted((a, b) => (swedishKey(a.label) < swedishKey(b.label) ? -1 : 1));
