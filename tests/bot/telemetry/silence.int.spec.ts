import { createLogger } from '../../../bot/telemetry/logger.ts';
import { PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { closeAll, startApi } from '../api/startApi.ts';
import { approval, done, operation } from '../support/life.ts';
import { startConnectorStub } from '../teams/support/connectorStub.ts';

const SECRETS = {
  title: 'Nyckelfria lås på Storgatan',
  problem: 'Fru Andersdotter väntar ute i kylan',
  reason: 'Skriv vad Lindqvist sade',
  said: 'hjälp mig med farmors portkod',
  follow: 'Leverantören Kvarnbo svarar inte',
};

const until = async (isSo: () => boolean) => {
  for (let n = 0; n < 100 && !isSo(); n += 1) await new Promise((done) => setTimeout(done, 50));
};

afterEach(closeAll);

/** A whole story with every log line kept: tab and chat, refusals, a Teams that says no with our words in its answer, a store that fails. */
it('the log of a whole story says nothing of what people wrote, who they are by name, or how they prove it', async () => {
  const lines: string[] = [];
  const report = createLogger('debug', 'test', { write: (line) => void lines.push(line) });
  const teams = await startConnectorStub();
  const api = await startApi({ report });
  const { employee, manager, coach } = PEOPLE;
  const from = (person: string) => ({
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: `29:${person}`, name: 'Namnet Namnsson', aadObjectId: person },
    recipient: { id: '28:fardplan', name: 'Färdplan' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant' },
  });
  const say = (person: string, id: string, changes: object) =>
    api.ask('POST', '/api/messages', {
      headers: { authorization: 'Bearer eyJzZWNyZXQ' },
      body: { ...from(person), id, type: 'message', ...changes },
    });

  for (const person of [employee, manager, coach])
    await say(person, `in-${person}`, { type: 'installationUpdate', action: 'add' });
  await say(employee, 'said-1', { text: SECRETS.said });
  await say(employee, 'said-2', { text: `föreslå ${SECRETS.title}` });

  // Teams refuses some of what follows, and repeats it in its answer, as it sometimes does.
  for (let n = 0; n < 3; n += 1)
    teams.answers.push({ status: 400, body: { error: { code: 'BadSyntax', message: SECRETS.problem } } });
  const content = proposal({ title: SECRETS.title, problem: SECRETS.problem });
  const started = { operationId: operation(), order: { type: 'StartDraft', content } };
  const draft = (await api.post('/api/commands', started)).body as { initiative: { id: string } };
  const { id } = draft.initiative;
  const command = (order: object, as: string) =>
    api.post('/api/commands', { operationId: operation(), initiative: id, order }, as);
  await command({ type: 'Submit' }, employee);
  await command({ type: 'Reject', reason: SECRETS.reason }, employee);
  await command({ type: 'Nonsense', text: SECRETS.reason }, employee);
  await api.ask('POST', '/api/commands', { as: employee, raw: `{"order": "${SECRETS.problem}` });
  api.log.failNext('before');
  await command({ type: 'Return', reason: SECRETS.reason }, manager);
  await done(api.server, approval(), { by: manager, initiative: id });
  await command({ type: 'FollowUp', status: 'red', text: SECRETS.follow }, coach);
  await api.get(`/api/initiatives/${encodeURIComponent(SECRETS.title)}`);
  await until(() => teams.received.length > 8);
  await closeAll();
  await teams.stop();

  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(5);
  expect(log).toContain('correlationId');
  expect(log).toContain('store unavailable');
  const words = Object.values(SECRETS).flatMap((text) => text.split(' ').filter((word) => word.length > 5));
  for (const secret of [...Object.values(SECRETS), ...words, 'Namnsson', 'eyJ', 'Bearer', 'portkod'])
    expect(log).not.toContain(secret);
}, 60_000);
