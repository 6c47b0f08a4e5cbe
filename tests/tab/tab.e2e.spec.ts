import { describeDeciding } from './deciding.ts';
import { describeKeyboard } from './keyboard.ts';
import { describeLooking } from './looking.ts';
import { describeOffline } from './offline.ts';
import { describeProposing } from './proposing.ts';
import { runningTab } from './running.ts';
import { describeUndelivered } from './undelivered.ts';

const running = runningTab();

describe('looking in the portfolio', () => describeLooking(running));
describe('proposing', () => describeProposing(running));
describe('deciding and following up', () => describeDeciding(running));
describe('messages that did not arrive', () => describeUndelivered(running));
describe('without a network', () => describeOffline(running));
describe('with the keyboard', () => describeKeyboard(running));
