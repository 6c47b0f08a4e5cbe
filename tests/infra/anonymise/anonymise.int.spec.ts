import { createSwedishCalendar } from '../../../bot/adapters/calendar/swedishCalendar.ts';
import { runAnonymise } from '../../../infra/anonymise/run.ts';
import { nameOf, newStore, type TestStore, testHouse } from '../../bot/house.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL } from '../../builders/proposals.ts';
import { NOW } from '../../builders/rules.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';

const LEXICON = { stem: (word: string) => word, baseForm: () => undefined, beginsCompound: () => false };
const CALENDAR = createSwedishCalendar();
const CASE = 'I-DRAFT-1';
const FORMER = 'former.coach';

describe('making somebody anonymous', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = newStore();
    const { handle } = await testHouse({ store });
    const order = { type: 'StartDraft', content: PROPOSAL } as const;
    await handle({ order, operationId: 'draft-1', actor: PEOPLE.employee });
    await handle({
      order: { type: 'Submit' },
      initiative: CASE,
      operationId: 'submit-1',
      actor: PEOPLE.employee,
    });
  });

  const run = async (...args: readonly string[]) => {
    let said = '';
    let complained = '';
    const code = await runAnonymise(args, {
      open: async () => ({
        name: 'loggen',
        log: memoryEventLog(store.rows),
        directory: { person: async (id) => ({ id, name: nameOf(id) }), nameOf },
        close: async () => undefined,
      }),
      clock: () => NOW,
      calendar: CALENDAR,
      similarity: { lexicon: LEXICON },
      stdout: { write: (text) => (said += text) },
      stderr: { write: (text) => (complained += text) },
    });
    return { code, said, complained };
  };
  const shown = async (person: string) => (await testHouse({ store })).sources().nameOf(person);

  it('shows the name no more, not even to a server that knew it, and leaves the log as it was', async () => {
    const running = await testHouse({ store });
    expect(running.sources().nameOf(PEOPLE.employee)).toBe(nameOf(PEOPLE.employee));
    const before = store.rows.map(({ hash }) => hash);
    expect(await run(PEOPLE.employee)).toMatchObject({ code: 0, said: expect.stringContaining('Klart') });
    await running.casebook.catchUp();
    expect(running.sources().nameOf(PEOPLE.employee)).toBe('Anonym');
    expect(await shown(PEOPLE.employee)).toBe('Anonym');
    expect(await shown(PEOPLE.manager)).toBe(nameOf(PEOPLE.manager));
    expect(store.rows.slice(0, before.length).map(({ hash }) => hash)).toEqual(before);
    expect((await run(PEOPLE.employee)).said).toContain('redan anonym');
    expect(store.rows).toHaveLength(before.length + 1);
  });

  it('only tells where the person is when it is tried', async () => {
    const before = store.rows.length;
    const { said } = await run(PEOPLE.employee, '--dry-run');
    expect(said).toContain('Personen finns i 1 ärende.');
    expect(store.rows).toHaveLength(before);
  });

  it('asks for duties to be ended first, and for an id that is somebody’s', async () => {
    expect((await run(PEOPLE.manager)).complained).toContain('har fortfarande uppdrag');
    expect((await run('nobody')).complained).toContain('Personen finns inte i Färdplan');
    expect((await run()).complained).toContain('Ange en persons Entra-id.');
    expect((await run(PEOPLE.employee, '--as', PEOPLE.head)).complained).toContain(
      'inte Administratör för Färdplan',
    );
    expect(await shown(PEOPLE.employee)).toBe(nameOf(PEOPLE.employee));
  });

  it('finds somebody who is in no case but once held a role', async () => {
    const { handleOrganisation } = await testHouse({ store });
    const holder = { id: 'H-1', role: 'coach', unit: 'digital', person: FORMER, substitutes: [] } as const;
    const period = { from: '2025-01-01', to: '2025-12-31' };
    const appointed = await handleOrganisation(
      { type: 'AppointRoleHolder', holder: { ...holder, ...period } },
      'appoint-1',
      PEOPLE.toolAdmin,
    );
    expect(appointed).toMatchObject({ ok: true });
    const { code, said } = await run(FORMER);
    expect(said).toContain('inte i något ärende, men i historiken');
    expect(code).toBe(0);
    expect(await shown(FORMER)).toBe('Anonym');
  });
});
