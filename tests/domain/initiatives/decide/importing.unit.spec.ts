import { completeImport } from '../../../../domain/initiatives/decide/importing.ts';
import { decide } from '../../../../domain/initiatives/decide.ts';
import { evolveRow } from '../../../../domain/initiatives/evolve.ts';
import { IMPORT_STATES, type ImportCommand, importSchema } from '../../../../domain/initiatives/importing.ts';
import { isActive, STATES } from '../../../../domain/initiatives/states.ts';
import { goLive } from '../../../builders/commands.ts';
import { importing } from '../../../builders/importing.ts';
import { MUNICIPALITY, without } from '../../../builders/municipality.ts';
import { EVERYBODY, PEOPLE } from '../../../builders/people.ts';
import { PROPOSAL, SMALL } from '../../../builders/proposals.ts';
import { CONTEXT, contextWith, NOW, TODAY } from '../../../builders/rules.ts';
import { ID } from '../../../builders/scenario.ts';

const decided = (command: ImportCommand, context = CONTEXT) => decide(command, undefined, context);

function eventsOf(command: ImportCommand, context = CONTEXT) {
  const outcome = decided(command, context);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.events;
}
const begun = (command: ImportCommand) => evolveRow(ID, undefined, eventsOf(command));

describe('importing a case that was decided on before the tool', () => {
  it('begins it where it was, in one row, with its coach, its state of things and its follow-up', () =>
    expect(
      eventsOf(
        importing({
          reference: 'VON 2025/12',
          startedOn: '2025-09-01',
          proposer: PEOPLE.employee,
          projectManager: PEOPLE.projectManager,
          status: { status: 'yellow', text: 'Leveransen är sen.' },
        }),
      ),
    ).toMatchObject([
      {
        type: 'Imported',
        by: PEOPLE.toolAdmin,
        at: NOW,
        proposer: PEOPLE.employee,
        number: 'VOF-2026-0012',
        state: 'EXECUTION',
        reason: 'Ur portfölj.xlsx, rad 7.',
        reference: 'VON 2025/12',
        startedOn: '2025-09-01',
        projectManager: PEOPLE.projectManager,
      },
      { type: 'TrackSet', track: 'full' },
      { type: 'CoachAssigned', coach: PEOPLE.coach },
      { type: 'FollowedUp', status: 'yellow', text: 'Leveransen är sen.' },
      { type: 'FollowUpsScheduled', items: [{ kind: 'monthly', due: '2026-04-02' }] },
    ]));

  it('says in the history that it was brought in, and by whom, and makes up no approval', () =>
    expect(begun(importing())).toMatchObject({
      state: 'EXECUTION',
      version: 1,
      proposer: PEOPLE.toolAdmin,
      submittedAt: NOW,
      decisions: [
        { type: 'Imported', by: PEOPLE.toolAdmin, to: 'EXECUTION', reason: 'Ur portfölj.xlsx, rad 7.' },
      ],
      evidence: undefined,
    }));

  it.each(IMPORT_STATES)('gives a case in %s that the rules can take on from there', (state) => {
    const initiative = begun(importing({ state }));
    expect(initiative).toMatchObject({ state, number: 'VOF-2026-0012' });
    expect(initiative?.coach).toBe(isActive(state) ? PEOPLE.coach : undefined);
  });

  it('takes no state that points at something the file does not hold', () => {
    const states = STATES.filter((state) => !importSchema.shape.state.safeParse(state).success);
    expect(states).toEqual(['DRAFT', 'RETURNED', 'FORWARDED', 'PAUSED', 'MERGED']);
  });

  it('goes on by the ordinary rules', () => {
    const outcome = decide(goLive(), begun(importing()), CONTEXT);
    expect(outcome).toMatchObject({ ok: true, events: [{ type: 'WentLive', to: 'INTRODUCTION' }, {}] });
  });

  it('follows benefits from the day it went live', () =>
    expect(
      begun(
        importing({
          state: 'BENEFIT',
          liveOn: '2025-10-01',
          content: { ...PROPOSAL, estimate: SMALL.estimate },
        }),
      ),
    ).toMatchObject({
      liveAt: '2025-10-01T00:00:00.000Z',
      schedule: [{ due: '2026-04-30' }, { due: '2026-08-31' }, { due: '2026-12-31' }],
    }));

  it('keeps small work on the light track only where that track goes', () => {
    expect(begun(importing({ content: SMALL }))).toMatchObject({ track: 'light' });
    expect(begun(importing({ content: SMALL, state: 'COUNCIL' }))).toMatchObject({ track: 'full' });
  });

  it('names the gap where the unit has no coach', () =>
    expect(eventsOf(importing(), contextWith(without(MUNICIPALITY, 'coach')))).toContainEqual(
      expect.objectContaining({ type: 'CoachMissing', unit: 'norr' }),
    ));

  it('is for the tool’s administrator and nobody else, not even the program itself', () => {
    const may = [...EVERYBODY, 'system'].filter((actor) => decided(importing({ actor })).ok);
    expect(may).toEqual([PEOPLE.toolAdmin]);
  });

  it('refuses a personal number wherever it was written', () => {
    const written = 'Gäller 19121212-1212.';
    expect(decided(importing({ reason: written }))).toEqual(refused('personal-number', 'reason'));
    expect(decided(importing({ content: { ...PROPOSAL, problem: written } }))).toEqual(
      refused('personal-number', 'content.problem'),
    );
    expect(decided(importing({ reference: '191212121212' }))).toEqual(
      refused('personal-number', 'reference'),
    );
  });

  it('refuses what is not complete, not there or not yet', () => {
    const { unit: _left, ...noUnit } = PROPOSAL;
    expect(decided(importing({ content: noUnit }))).toEqual(refused('incomplete', 'unit'));
    expect(decided(importing({ content: { ...PROPOSAL, unit: 'ingen' } }))).toEqual(
      refused('unknown-unit', 'unit'),
    );
    expect(decided(importing({ startedOn: '2026-03-03', liveOn: '2026-03-03' }))).toEqual(
      refused('future-date', 'startedOn', 'liveOn'),
    );
    expect(decided({ ...importing(), similar: undefined })).toEqual(refused('similar-not-looked-up'));
    expect(decided({ ...importing(), number: undefined })).toEqual(refused('number-missing'));
  });

  it('begins a case and changes none', () =>
    expect(decide(importing(), begun(importing()), CONTEXT)).toEqual(refused('already-exists')));
});

const refused = (code: string, ...about: readonly string[]) => ({
  ok: false,
  refusal: about.length > 0 ? { code, about } : { code },
});

describe('completing the import of a file', () => {
  const initiatives = ['I-ROW-3', 'I-ROW-4'];
  const completing = (actor: string, there = initiatives) =>
    completeImport({ initiatives, actor, at: NOW, day: TODAY }, (id) => there.includes(id), CONTEXT);

  it('names every row, and who says that all of them are there', () =>
    expect(completing(PEOPLE.toolAdmin)).toEqual({
      ok: true,
      events: [{ type: 'ImportCompleted', by: PEOPLE.toolAdmin, at: NOW, initiatives }],
    }));

  it('is refused while a row is missing', () =>
    expect(completing(PEOPLE.toolAdmin, ['I-ROW-3'])).toEqual(refused('unknown-initiative')));

  it('is for the one who may import', () => {
    const may = [...EVERYBODY, 'system'].filter((actor) => completing(actor).ok);
    expect(may).toEqual([PEOPLE.toolAdmin]);
  });
});
