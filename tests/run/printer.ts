import type { Watcher } from './schedule.ts';
import { counts, seconds, word } from './summary.ts';

const PROGRESS_EVERY_MS = 10_000;
const NAME_WIDTH = 8;

/**
 * Tells in plain lines what runs, how far a step has come (every ten seconds while it runs) and, when it failed, all
 * that it said. No colours or cursor movements of its own: the same text suits a screen, a file and a build log.
 */
export function printer(print: (line: string) => void): Watcher {
  const running = new Map<string, { far: string; beat: NodeJS.Timeout }>();
  const tell = (name: string, line: string) => print(`${name.padEnd(NAME_WIDTH)}${line}`);
  return {
    started({ name, says }) {
      tell(name, says);
      const start = Date.now();
      const beat = setInterval(() => {
        const far = running.get(name)?.far ?? '';
        tell(name, `… ${far}, ${seconds((Date.now() - start) / 1000)} s so far`);
      }, PROGRESS_EVERY_MS);
      running.set(name, { far: 'still running', beat });
    },
    progress({ name }, line) {
      const step = running.get(name);
      if (step) step.far = line;
    },
    finished({ name }, result) {
      clearInterval(running.get(name)?.beat);
      running.delete(name);
      tell(name, `${word(result)} in ${seconds(result.seconds)} s: ${counts(result)}`);
      if (result.failed > 0) print(`\n${result.output.trim()}\n\n(end of what ${name} said)\n`);
    },
  };
}
