import type { Texts } from '../texts/texts.ts';
import type { Element } from './elements.ts';
import { type ButtonData, execute, type Verb } from './verbs.ts';

/** A button that sends the card's inputs along. */
export const button = (verb: Verb, data: ButtonData, texts: Texts): Element =>
  execute(texts.t(`buttons.${verb}`), verb, data);

/** The one button most people want. The colour is help only: Teams does not show it everywhere. */
export const mainButton = (verb: Verb, data: ButtonData, texts: Texts): Element => ({
  ...execute(texts.t(`buttons.${verb}`), verb, data),
  style: 'positive',
});

/** A button that only goes somewhere, whatever stands in the inputs. */
export const link = (verb: Verb, data: ButtonData, texts: Texts): Element =>
  execute(texts.t(`buttons.${verb}`), verb, data, { inputs: 'none' });

export const openTab = (url: string, texts: Texts): Element => ({
  type: 'Action.OpenUrl',
  title: texts.t('buttons.open-tab'),
  url,
});

export const openDocuments = (url: string, texts: Texts): Element => ({
  type: 'Action.OpenUrl',
  title: texts.t('buttons.open-documents'),
  url,
});

/** Shows and hides parts of a card without asking the server. */
export const toggleButton = (title: string, targets: readonly string[]): Element => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: targets,
});

export const actionSet = (...actions: readonly Element[]): Element => ({ type: 'ActionSet', actions });
