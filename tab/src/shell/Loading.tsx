import { makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({ box: { display: 'grid', placeItems: 'center', minHeight: '40vh' } });

/** Most answers come before this; a spinner that flashes by is worse than none. */
const SHOW_AFTER_MS = 300;

export function Loading() {
  const styles = useStyles();
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return <div className={styles.box}>{shown && <Spinner label={t('shell:loading')} />}</div>;
}
