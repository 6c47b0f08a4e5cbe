import { Crashed } from './ErrorBoundary.tsx';

/** A page that broke, or one whose file is gone after a new version was put in place: reloading cures the latter. */
export function RouteError() {
  return <Crashed />;
}
