import type { Language } from '../app/casebook.ts';
import { LogEntryTooLarge, StoreUnavailable } from '../app/ports/index.ts';
import { languageFor } from '../app/preferences.ts';
import type { Reply, Turn } from '../app/turn.ts';
import { type CommandMatch, matchCommand } from '../texts/matchCommand.ts';
import { tooLargeText } from '../texts/refusalText.ts';
import type { Texts } from '../texts/texts.ts';
import { help, offerProposal } from './answers/hello.ts';
import { type Ask, type Deps, viewerOf } from './ask.ts';
import { COMMAND_HANDLERS } from './commands.ts';
import { asDialog } from './extension/dialog.ts';
import { proposalFromMessage } from './extension/fromMessage.ts';
import { searchCases } from './extension/search.ts';
import { ownOperation } from './inputs.ts';
import { noteInstalled, noteRemoved } from './install.ts';
import { learn } from './learn.ts';
import { notice } from './look.ts';
import { isVerb, VERB_HANDLERS } from './verbs.ts';

export type BotSettings = { readonly municipalityLanguage: Language; readonly trustClientLanguage: boolean };

export type Bot = {
  /** One turn in, one reply out. Throws only when the store is away or for a bug. */
  readonly handle: (turn: Turn) => Promise<Reply>;
  /** What is said instead. A text leaves the card, and what was typed in it, as it is. */
  readonly onError: (turn: Turn, error: unknown) => Reply;
  readonly textsFor: (turn: Turn) => Texts;
};

export type Warn = (facts: object, message: string) => void;

/** Turns that want an answer. Reactions, edited messages and what is yet to be invented are none of our business. */
const ASKS: ReadonlySet<Turn['kind']> = new Set<Turn['kind']>([
  'message',
  'action',
  'submit',
  'query',
  'fetchTask',
  'submitAction',
  'taskFetch',
  'taskSubmit',
]);

export function createBot(deps: Deps, settings: BotSettings, warn: Warn): Bot {
  const textsFor = (turn: Turn): Texts =>
    deps.textsIn(
      languageFor(turn.actor, turn.locale, {
        casebook: deps.casebook,
        municipality: settings.municipalityLanguage,
        trustClient: settings.trustClientLanguage,
      }),
    );

  return {
    textsFor,
    onError: (turn, error) => {
      if (error instanceof LogEntryTooLarge) return { text: tooLargeText(error, textsFor(turn)) };
      const topic = error instanceof StoreUnavailable ? 'store-unavailable' : 'failed';
      return { text: textsFor(turn).t(`notices.${topic}.text`, { id: turn.correlationId }) };
    },
    handle: async (turn) => {
      if (turn.kind === 'installed' || turn.kind === 'membersAdded') return noteInstalled(turn, deps);
      if (turn.kind === 'removed') return noteRemoved(turn, deps);
      if (!ASKS.has(turn.kind) || (turn.kind === 'message' && !turn.addressed)) return { nothing: true };
      const texts = textsFor(turn);
      if (turn.actor === undefined) return notice('no-identity', texts, deps);
      return route(askOf(turn, turn.actor, texts, deps), deps, warn);
    },
  };
}

function askOf(turn: Turn, actor: string, texts: Texts, deps: Deps): Ask {
  const viewer = viewerOf(turn, actor, deps);
  const data = turn.data ?? {};
  return { turn, actor, viewer, texts, data: turn.scope === 'personal' ? data : ownOperation(data, actor) };
}

async function route(ask: Ask, deps: Deps, warn: Warn): Promise<Reply> {
  const { turn, texts } = ask;
  switch (turn.kind) {
    case 'message':
      return typed(ask, deps);
    case 'query':
      return searchCases(ask, deps);
    case 'fetchTask':
    case 'taskFetch':
      return proposalFromMessage(ask, deps);
    case 'submitAction':
    case 'taskSubmit':
      return asDialog(await pressed(ask, deps, warn), texts);
    default:
      return pressed(ask, deps, warn);
  }
}

/** A button. In a dialog the verb travels in the data. */
async function pressed(ask: Ask, deps: Deps, warn: Warn): Promise<Reply> {
  const { turn, texts, data } = ask;
  const verb = turn.verb ?? (typeof data.verb === 'string' ? data.verb : undefined);
  if (isVerb(verb)) {
    await learn(ask, deps, verb);
    return VERB_HANDLERS[verb](ask, deps);
  }
  warn({ correlationId: turn.correlationId, kind: turn.kind }, 'unknown verb');
  const next = { title: texts.t('buttons.help'), verb: 'help' } as const;
  return notice('unknown-button', texts, deps, next, { id: turn.correlationId });
}

const LONGEST_WORD = 30;

/** Two words may describe something; "ja", a name or a thumb up do not. */
const isAnything = (text: string): boolean =>
  text.length > LONGEST_WORD || (text.match(/[\p{L}\p{N}]+/gu) ?? []).length > 1;

/** A sentence: a command in either language, or else something that may become a proposal. */
async function typed(ask: Ask, deps: Deps): Promise<Reply> {
  const text = ask.turn.text ?? '';
  const match: CommandMatch | undefined = text === '' ? { command: 'help' } : matchCommand(text);
  if (!match) return (isAnything(text) ? offerProposal : help)(ask, deps);
  const { command, rest, number } = match;
  const data = {
    ...(rest && { text: rest, reason: rest }),
    ...(number && { id: number }),
    ...(command === 'language' && rest && { language: rest }),
    ...(command === 'buy' && { text }),
  };
  const asked = { ...ask, data };
  await learn(asked, deps);
  return COMMAND_HANDLERS[command](asked, deps);
}
