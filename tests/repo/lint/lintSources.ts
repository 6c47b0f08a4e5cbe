import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../files.ts';

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/**
 * Lints made-up files with the settings of this repository.
 * @param sources path in the repository → source text; the files need not make sense otherwise.
 * @returns what Biome found, in the order of its report.
 * Throws when Biome cannot run at all, so that "no findings" always means that it looked.
 */
export function lintSources(sources: Record<string, string>): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'fardplan-lint-'));
  try {
    for (const name of ['biome.json', 'package.json', 'tests/repo/lint']) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    }
    for (const [path, source] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    return lint(folder).filter((finding) => finding.path in sources);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lint(folder: string): Finding[] {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const flags = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const run = spawnSync(process.execPath, [biome, ...flags], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`Biome did not run: ${run.stderr}`);
  const report = JSON.parse(run.stdout) as { diagnostics: Diagnostic[] };
  return report.diagnostics.map(({ category, message, location }) => ({
    path: location.path,
    line: location.start.line,
    rule: category.split('/').at(-1) ?? category,
    message,
  }));
}

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}
