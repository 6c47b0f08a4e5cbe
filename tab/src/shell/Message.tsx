import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useGlobalStyles } from './globalStyles.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    maxWidth: '60ch',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
});

type MessageProps = {
  readonly title: string;
  readonly text: string;
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
};

/** A page or part that has nothing to show but says why and what to do next. */
export function Message({ title, text, level = 1, children }: MessageProps) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.box}>
      <Heading className={global.heading}>{title}</Heading>
      <p className={global.intro}>{text}</p>
      {children}
    </div>
  );
}
