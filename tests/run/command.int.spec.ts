import { readFileSync } from 'node:fs';
import { runCommand } from './command.ts';

const node = (script: string, limitSeconds = 20) => ({
  file: process.execPath,
  args: ['-e', script],
  limitSeconds,
});

describe('running a command', () => {
  it('keeps what both streams said, and the exit code', async () => {
    const { code, output } = await runCommand(
      node("console.log('out'); console.error('err'); process.exitCode = 3"),
    );
    expect(code).toBe(3);
    expect(output).toContain('out\n');
    expect(output).toContain('err\n');
  });

  it('tells each line as it comes', async () => {
    const lines: string[] = [];
    await runCommand({
      ...node("process.stdout.write('a\\nb'); process.stdout.write('c\\n')"),
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['a', 'bc']);
  });

  it('has failed when it cannot be started', async () =>
    expect(await runCommand({ file: 'no-such-program', args: [], limitSeconds: 5 })).toMatchObject({
      code: 1,
      output: expect.stringContaining('no-such-program could not be started'),
    }));

  it('is ended at its limit', async () => {
    const { code, output } = await runCommand(node('setInterval(() => {}, 1000)', 0.3));
    expect(code).toBe(1);
    expect(output).toContain('Ended after 0.3 seconds');
  });

  it('leaves nothing running that it has started', async () => {
    const { output } = await runCommand(
      node(
        "const { spawn } = require('child_process');" +
          "const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });" +
          'console.log(child.pid); process.exit(0)',
      ),
    );
    const pid = Number(output);
    expect(pid).toBeGreaterThan(1);
    await expect(goneWithin(pid, 2000)).resolves.toBe(true);
  });
});

/** Gone, or only waiting for the system to clear it away, which some containers never do. */
async function goneWithin(pid: number, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    try {
      process.kill(pid, 0);
      if (readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
