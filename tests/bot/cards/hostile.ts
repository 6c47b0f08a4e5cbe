import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { similar, view } from './views.ts';

/** 120 characters with a compound of sixty: the worst that fits in a title. */
export const LONG_TITLE =
  'Ersättning av verksamhetssystemsförvaltningsorganisationsutvecklingsplanen och andra åtgärder för ökad säkerhet i hemma'.padEnd(
    120,
    'n',
  );

const HOSTILE_START =
  '[Klicka här](https://evil.example) <at>Kommundirektören</at> **Godkänt** <script>alert(1)</script>\n\n# Beslut\n- punkt\n1. ett\n';
const STORY =
  'Åtgärden berör många på särskilt boende, och överförmyndarnämndens årsräkningar lämnas på papper. ';

/** Exactly so many characters, hostile at first, then å, ä and ö. */
export const longText = (length: number): string =>
  (HOSTILE_START + STORY.repeat(Math.ceil(length / STORY.length))).slice(0, length);

/** Everything as long as it may be, and as ill meant. */
export const worst = (changes: Partial<InitiativeView> = {}): InitiativeView =>
  view({
    content: {
      ...view().content,
      title: LONG_TITLE,
      problem: longText(3_000),
      solution: longText(3_000),
      effect: longText(500),
      affectedGroups: [
        'employees',
        'managers',
        'serviceUsers',
        'relatives',
        'residents',
        'pupils',
        'guardians',
        'associations',
        'businesses',
        'otherDepartments',
      ],
    },
    proposer: {
      id: 'p-x',
      name: 'Förste biträdande verksamhetsutvecklare i hemtjänstområdet norra Ekhamra med [länk](https://evil.example)',
    },
    returnedReason: longText(2_000),
    decisions: [
      {
        type: 'Returned',
        by: { id: 'm', name: 'Enhetschef <at>x</at>' },
        at: '2026-03-05T14:30:00.000Z',
        from: 'MANAGER_REVIEW',
        to: 'RETURNED',
        reason: longText(2_000),
        details: { conditions: longText(2_000), registryNumber: longText(60) },
      },
    ],
    followUps: [
      {
        by: { id: 'c', name: 'Coach' },
        at: '2026-06-15T08:00:00.000Z',
        status: 'red',
        text: longText(2_000),
        measurement: null,
      },
      {
        by: { id: 'c', name: 'Coach' },
        at: '2026-07-15T08:00:00.000Z',
        status: 'red',
        text: longText(2_000),
        measurement: null,
      },
    ],
    goals: Array.from({ length: 20 }, (_, i) => ({
      id: `goal-${i}`,
      kind: 'effect' as const,
      text: longText(500),
      measure: longText(200),
      unit: longText(40),
      baseline: 1_000_000,
      target: 0,
      due: '2027-01-01',
    })),
    deviationSince: '2026-07-15T08:00:00.000Z',
    overdueDays: 400,
    schedule: [{ id: 's', kind: 'afterGoLive90', due: '2025-07-01' }],
    ...changes,
  });

export const worstSimilar = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    similar({
      id: `I-${'0123456789abcdef'.repeat(2)}-${i}`,
      number: `VOF-2026-${String(i + 1).padStart(4, '0')}`,
      title: LONG_TITLE,
      words: [
        'verksamhetssystemsförvaltningsorganisationsutvecklingsplanen',
        'nyckel',
        '[lås](https://evil.example)',
        'årsräkning',
      ],
      lessons: [{ text: longText(2_000), advice: longText(2_000) }],
    }),
  );
