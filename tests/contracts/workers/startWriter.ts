import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Acknowledged, Plan, WorkerStore } from './plan.ts';

export type Writer = {
  readonly process: ChildProcess;
  /** Grows while the process runs. */
  readonly acknowledged: readonly Acknowledged[];
  /** When it has ended and all it said is read. Rejects with what it complained of, unless it was killed. */
  readonly ended: Promise<readonly Acknowledged[]>;
};

const SCRIPT = path.join(import.meta.dirname, 'appendMany.ts');

/** Starts a writer in a process of its own, on the Node that runs the tests. */
export function startWriter({ module, argument, node }: WorkerStore, plan: Plan): Writer {
  const args = [...(node?.flags ?? []), SCRIPT, module, argument, JSON.stringify(plan)];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...node?.env } });
  const acknowledged: Acknowledged[] = [];
  let unread = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unread + text).split('\n');
    unread = lines.pop() ?? '';
    acknowledged.push(...lines.map((line) => JSON.parse(line) as Acknowledged));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<readonly Acknowledged[]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(acknowledged);
      else reject(new Error(`the writer ended with ${code ?? signal}: ${complaint}`));
    });
  });
  return { process: child, acknowledged, ended };
}
