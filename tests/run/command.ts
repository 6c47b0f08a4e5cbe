import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** After this long it is ended and counts as failed. */
  readonly limitSeconds: number;
  /** Called with each line of standard output as it comes. */
  readonly onLine?: (line: string) => void;
}

const running = new Set<ChildProcess>();

/**
 * Runs a command to its end and keeps what it printed, both streams in one text.
 * It leads a process group of its own, so that nothing it started is left behind, whichever way it ends.
 * @returns `code` 0 when it went well; a command that cannot start or runs past its limit has code 1.
 */
export function runCommand(command: Command): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command.file, command.args, {
      detached: process.platform !== 'win32',
      env: environment(command.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const printed: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    if (command.onLine) eachLine(child, command.onLine);
    const limit = setTimeout(() => {
      printed.push(`\nEnded after ${command.limitSeconds} seconds, which is its limit.\n`);
      endGroup(child);
    }, command.limitSeconds * 1000);
    const finish = (code: number) => {
      clearTimeout(limit);
      endGroup(child);
      running.delete(child);
      resolve({ code, output: printed.join('') });
    };
    child.on('error', (error) => {
      printed.push(`${command.file} could not be started: ${error.message}\n`);
      finish(1);
    });
    child.on('exit', (code) => {
      // What it started may still hold the streams open; nothing of it is wanted any more.
      endGroup(child);
      child.once('close', () => finish(code ?? 1));
    });
  });
}

/** Ends everything that is still running, for a round that is interrupted. */
export function endAll(): void {
  for (const child of running) endGroup(child);
}

function eachLine(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = '';
  child.stdout?.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}

/** Colours only for a person at a screen; one of the two variables, since Node warns about both. */
function environment(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...rest } = process.env;
  const colours: Record<string, string> = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  return { ...rest, ...colours, ...own };
}
