import { type Finding, lintSources } from './lint/lintSources.ts';

const FORBIDDEN = {
  'Date.now()': 'domain has no clock',
  'new Date()': 'domain has no clock',
  'Date()': 'domain has no clock',
  '[1].map(Date.now)': 'domain has no clock',
  'new Date(2026, 2, 1)': 'time zone of the machine',
  'new Date(0).getHours()': 'time zone of the machine',
  'new Date(0).getTimezoneOffset()': 'time zone of the machine',
  'Math.random()': 'no chance',
  'crypto.randomUUID()': 'global variable crypto',
  'performance.now()': 'global variable performance',
  'process.env': 'global variable process',
  'globalThis.process': 'global variable globalThis',
  'console.log(1)': 'global variable console',
  "fetch('x')": 'global variable fetch',
  'setTimeout(String, 1)': 'global variable setTimeout',
  "new Intl.NumberFormat('sv')": 'global variable Intl',
  '(12).toLocaleString()': 'language of the machine',
  "'Å'.toLocaleLowerCase()": 'language of the machine',
  "'a'.localeCompare('b')": 'order depends on the machine',
} as const;

const ALLOWED = [
  "new Date('2026-03-02T09:00:00Z').getUTCHours()",
  'new Date(Date.UTC(2026, 2, 1)).toISOString()',
  "Date.parse('2026-03-02T09:00:00Z')",
  "'a'.localeCompare('b', 'sv')",
  'Math.round(1.5)',
  "'Å'.toLowerCase()",
];

const lines = (expressions: readonly string[]) =>
  expressions.map((expression, index) => `export const value${index} = ${expression};`).join('\n');

describe('domain is pure', () => {
  const forbidden = Object.entries(FORBIDDEN);
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    const expressions = forbidden.map(([expression]) => expression);
    findings = lintSources({
      'domain/model/forbidden.ts': lines(expressions),
      'domain/model/allowed.ts': lines(ALLOWED),
      'bot/adapters/clock/system.ts': lines(expressions),
    }).filter((finding) => ['plugin', 'noRestrictedGlobals'].includes(finding.rule));
  });

  it.each(forbidden)('%s is refused', (expression, answer) => {
    const line = forbidden.findIndex(([other]) => other === expression) + 1;
    const messages = findings.filter(
      (found) => found.path === 'domain/model/forbidden.ts' && found.line === line,
    );
    expect(messages.map((found) => found.message)).toContainEqual(expect.stringContaining(answer));
  });

  it('takes fixed times, UTC and a named locale', () =>
    expect(findings.filter((found) => found.path === 'domain/model/allowed.ts')).toEqual([]));

  it('leaves the clock to adapters', () =>
    expect(findings.filter((found) => found.path.startsWith('bot/'))).toEqual([]));
});

describe('rules that hold everywhere', () => {
  const rulesIn = (path: string, sources: Record<string, string>) =>
    lintSources(sources)
      .filter((found) => found.path === path)
      .map((found) => found.rule);

  it('refuse a cycle of imports, also of types', () => {
    const sources = {
      'bot/app/one.ts': "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
      'bot/app/two.ts': "import { one } from './one.ts';\nexport const two = (): unknown => one;\n",
      'domain/model/three.ts':
        "import type { Four } from './four.ts';\nexport type Three = { four?: Four };\n",
      'domain/model/four.ts':
        "import type { Three } from './three.ts';\nexport type Four = { three?: Three };\n",
    };
    const cycles = lintSources(sources).filter((found) => found.rule === 'noImportCycles');
    expect(cycles.map((found) => found.path).sort()).toEqual(Object.keys(sources).sort());
  });

  it('refuse a type imported in passing, which the import rules would not see', () =>
    expect(
      rulesIn('bot/cards/a.ts', { 'bot/cards/a.ts': "export type A = import('../api/b.ts').B;\n" }),
    ).toContain('plugin'));

  it('refuse a promise that nobody waits for', () =>
    expect(
      rulesIn('bot/app/a.ts', {
        'bot/app/a.ts':
          'async function save(): Promise<void> {}\nexport function go(): void {\n  save();\n}\n',
      }),
    ).toContain('noFloatingPromises'));

  it('refuse a development tool in the product', () =>
    expect(
      rulesIn('bot/app/a.ts', { 'bot/app/a.ts': "import fc from 'fast-check';\nexport const a = fc;\n" }),
    ).toContain('noUndeclaredDependencies'));

  it('refuse text in the tab that is not in a language file', () =>
    expect(
      rulesIn('tab/src/A.tsx', { 'tab/src/A.tsx': 'export const A = () => <p>Ärenden</p>;\n' }),
    ).toContain('noJsxLiterals'));

  it('refuse a file past 300 lines', () =>
    expect(rulesIn('domain/model/long.ts', { 'domain/model/long.ts': 'export {};\n'.repeat(301) })).toContain(
      'noExcessiveLinesPerFile',
    ));
});
