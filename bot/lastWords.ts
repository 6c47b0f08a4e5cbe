/** Long enough for the line to be written. */
const LEAVING_MS = 100;

/**
 * An error that nobody has caught, or a promise nobody waited for: it is told in the log's own careful form, since
 * Node would print the whole of it, and SDK errors carry requests with tokens and texts. Then the process ends, as it
 * can no longer be trusted; the platform starts a new one, and what was decided stands in the log.
 */
export function onUncaught(tell: (error: unknown) => void): void {
  process.once('uncaughtException', (error) => {
    process.exitCode = 1;
    // What goes wrong while this one ends is no news.
    process.on('uncaughtException', () => undefined);
    try {
      tell(error);
    } finally {
      setTimeout(() => process.exit(1), LEAVING_MS);
    }
  });
}
