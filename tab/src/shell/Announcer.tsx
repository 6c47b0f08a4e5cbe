import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useGlobalStyles } from './globalStyles.ts';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says something to those who cannot see it happen; politely, after what is being read. */
export const useAnnounce = (): ((text: string) => void) => useContext(AnnounceContext);

export function Announcer({ children }: { children: ReactNode }) {
  const styles = useGlobalStyles();
  const [text, setText] = useState('');
  const count = useRef(0);
  const announce = useCallback((next: string) => {
    count.current += 1;
    // A space at the end makes the same words new, so that they are read again.
    setText(next + (count.current % 2 ? '' : '\u00a0'));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className={styles.onlyForReaders}
        style={{ position: 'fixed', top: 0 }}
        data-testid="announcer"
      >
        {text}
      </div>
    </AnnounceContext>
  );
}
