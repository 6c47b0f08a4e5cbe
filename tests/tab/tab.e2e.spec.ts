import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeAccessibility } from './accessibility.ts';
import { launch } from './browserTab.ts';
import { ensureBuiltTab } from './builtTab.ts';
import { describeDeciding } from './deciding.ts';
import { startFakeApi } from './fakeApi.ts';
import { describeKeyboard } from './keyboard.ts';
import { describeLooking } from './looking.ts';
import { describeOffline } from './offline.ts';
import { describeProposing } from './proposing.ts';
import type { Running } from './running.ts';
import { describeUndelivered } from './undelivered.ts';

const shots = resolve(import.meta.dirname, '../../.artifacts/tab');
const running = { shots } as Running;

jest.setTimeout(30_000);

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  ensureBuiltTab();
  running.api = await startFakeApi();
  running.browser = await launch();
}, 120_000);

afterAll(async () => {
  await running.browser?.close();
  await running.api?.close();
});

describe('looking in the portfolio', () => describeLooking(running));
describe('proposing', () => describeProposing(running));
describe('deciding and following up', () => describeDeciding(running));
describe('messages that did not arrive', () => describeUndelivered(running));
describe('without a network', () => describeOffline(running));
describe('with the keyboard', () => describeKeyboard(running));
describe('for everybody', () => describeAccessibility(running));
