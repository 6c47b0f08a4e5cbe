import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({ more: { justifySelf: 'start' } });

type ShortList<Item> = {
  readonly shown: readonly Item[] /** Shows the rest; null when all is shown already. */;
  readonly more: ReactNode;
};

/** The first few of a long list, and a button for the rest. @param labelAll says how many there are. */
export function useShortList<Item>(items: readonly Item[], most: number, labelAll: string): ShortList<Item> {
  const styles = useStyles();
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  if (items.length <= most) return { shown: items, more: null };
  return {
    shown: all ? items : items.slice(0, most),
    more: (
      <Button className={styles.more} size="small" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('initiative:showFewer') : labelAll}
      </Button>
    ),
  };
}
