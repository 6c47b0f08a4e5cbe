import { useEffect, useState } from 'react';
import { localDay } from './format.ts';

const CHECK_MS = 60_000;

/** The local day in Sweden; changes at midnight for a tab that is left open. */
export function useToday(): string {
  const [day, setDay] = useState(() => localDay(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setDay(localDay(new Date())), CHECK_MS);
    return () => clearInterval(timer);
  }, []);
  return day;
}
