import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { Crashed } from './ErrorBoundary.tsx';
import { Failure } from './Failure.tsx';

const ASK_EVERY_MS = 3_000;

/** How Chromium, Safari and Firefox say that a file of the tab could not be fetched. */
const FILE_IS_MISSING = /dynamically imported module|module script failed/i;

/** A page that broke, or one whose file did not come: the network is away, or a new version has been put in place. */
export function RouteError() {
  const error = useRouteError();
  return error instanceof Error && FILE_IS_MISSING.test(error.message) ? <PageIsMissing /> : <Crashed />;
}

/** Loading anew cures both, but only when the server answers: without it the browser's own error page would come. */
function PageIsMissing() {
  useEffect(() => {
    const timer = setInterval(() => void reloadIfReachable(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return <Failure kind="failed" onRetry={() => void reloadIfReachable()} />;
}

async function reloadIfReachable(): Promise<void> {
  const answer = await fetch(location.pathname, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) location.reload();
}
