import type { Turn } from '../../app/turn.ts';
import { htmlToText, spokenText } from './text.ts';
import { cardData, type Fields, fields, isFields, list, string } from './values.ts';

/** What an activity asks for, without who and where. */
export type Meaning = Pick<
  Turn,
  'kind' | 'text' | 'verb' | 'data' | 'trigger' | 'commandId' | 'query' | 'messageText'
>;

/** The form of answer an invoke wants in its HTTP response. */
export type AnswerForm = 'card' | 'search' | 'dialog' | 'empty';

const OTHER: Meaning = { kind: 'other' };

const FORMS: Readonly<Record<string, AnswerForm>> = {
  'adaptiveCard/action': 'card',
  'composeExtension/query': 'search',
  'composeExtension/fetchTask': 'dialog',
  'composeExtension/submitAction': 'dialog',
  'task/fetch': 'dialog',
  'task/submit': 'dialog',
};

/** @returns undefined when nobody waits for an answer in the response. */
export function answerFormOf(activity: Fields): AnswerForm | undefined {
  if (activity.type !== 'invoke') return undefined;
  const name = string(activity.name, 100);
  return (name !== undefined && Object.hasOwn(FORMS, name) && FORMS[name]) || 'empty';
}

/** Never throws: what is malformed or unknown means `other`. */
export function meaningOf(activity: Fields): Meaning {
  switch (activity.type) {
    case 'message':
      return message(activity);
    case 'invoke':
      return invoke(string(activity.name, 100), fields(activity.value));
    case 'installationUpdate':
      return installation(activity.action);
    case 'conversationUpdate':
      return roster(activity);
    default:
      return OTHER;
  }
}

/** A message with a value is a pressed Action.Submit; it has text only when the button says so (messageBack). */
function message(activity: Fields): Meaning {
  const text = spokenText(activity);
  if (!isFields(activity.value)) return { kind: 'message', text };
  return { kind: 'submit', ...verbAndData(activity.value), ...(text && { text }) };
}

function invoke(name: string | undefined, value: Fields): Meaning {
  switch (name) {
    case 'adaptiveCard/action': {
      const action = fields(value.action);
      const verb = string(action.verb, 100);
      if (!verb) return OTHER;
      const trigger = value.trigger === 'automatic' ? 'automatic' : 'manual';
      return { kind: 'action', verb, data: cardData(action.data), trigger };
    }
    case 'composeExtension/query':
      return { kind: 'query', ...commandId(value), query: searchText(value) };
    case 'composeExtension/fetchTask':
      return { kind: 'fetchTask', ...commandId(value), ...messageText(value), data: cardData(value.data) };
    case 'composeExtension/submitAction':
      return { kind: 'submitAction', ...commandId(value), ...messageText(value), ...verbAndData(value.data) };
    case 'task/fetch':
      return { kind: 'taskFetch', ...verbAndData(value.data) };
    case 'task/submit':
      return { kind: 'taskSubmit', ...verbAndData(value.data) };
    default:
      return OTHER;
  }
}

/** An upgrade is neither a welcome nor a goodbye. */
function installation(action: unknown): Meaning {
  if (action === 'add') return { kind: 'installed' };
  return action === 'remove' ? { kind: 'removed' } : OTHER;
}

function roster(activity: Fields): Meaning {
  const bot = fields(activity.recipient).id;
  const isBot = (member: unknown): boolean => bot !== undefined && fields(member).id === bot;
  if (list(activity.membersRemoved).some(isBot)) return { kind: 'removed' };
  const added = list(activity.membersAdded);
  if (added.length === 0) return OTHER;
  const people = added
    .filter((member) => !isBot(member))
    .map((member) => string(fields(member).aadObjectId, 64));
  return {
    kind: 'membersAdded',
    data: { bot: added.some(isBot), people: people.filter((id) => id !== undefined) },
  };
}

const verbAndData = (value: unknown): Pick<Turn, 'verb' | 'data'> => {
  const data = cardData(value);
  const verb = string(data.verb, 100);
  return { ...(verb && { verb }), data };
};

const commandId = (value: Fields): Pick<Turn, 'commandId'> => {
  const id = string(value.commandId, 100);
  return id ? { commandId: id } : {};
};

/** When the search box opens, Teams asks with the parameter `initialRun`: an empty search. */
const searchText = (value: Fields): string => {
  const parameter = list(value.parameters)
    .map(fields)
    .find(({ name }) => name !== 'initialRun');
  return (string(parameter?.value) ?? '').trim().normalize('NFC');
};

const messageText = (value: Fields): Pick<Turn, 'messageText'> => {
  const body = fields(fields(value.messagePayload).body);
  const content = string(body.content, Number.MAX_SAFE_INTEGER);
  return content ? { messageText: htmlToText(content) } : {};
};
