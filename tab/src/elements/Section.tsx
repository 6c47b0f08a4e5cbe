import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useGlobalStyles } from '../shell/globalStyles.ts';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    alignContent: 'start',
  },
});

type SectionProps = { readonly title: string; readonly className?: string; readonly children: ReactNode };

/** A part of a page with a heading of its own, on a sheet. */
export function Section({ title, className, children }: SectionProps) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={mergeClasses(global.sheet, styles.section, className)}>
      <h2 id={id} className={global.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
