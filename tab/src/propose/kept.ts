import { guarded } from '../elements/guarded.ts';
import { type ProposalForm, readForm } from './form.ts';

/** Unsaved text lives in the browser, per person and draft, until it is saved. */
export const keptKey = (person: string, initiative: string | undefined): string =>
  `fardplan.forslag.${person}.${initiative ?? 'nytt'}`;

export const readKept = (key: string): ProposalForm | undefined =>
  readForm(guarded(() => localStorage.getItem(key)));

/** The version that was looked at while it was typed: somebody (oneself, elsewhere) may have saved since. */
export const keptOn = (key: string): number | undefined =>
  Number(guarded(() => localStorage.getItem(versionKey(key)))) || undefined;

const versionKey = (key: string): string => `${key}.version`;

/** The operation under which a case is being begun: while nobody has answered it outlives a reload. */
export const keptOperation = (key: string): string | undefined =>
  guarded(() => localStorage.getItem(operationKey(key))) ?? undefined;

export const keepOperation = (key: string, id: string): void => {
  guarded(() => localStorage.setItem(operationKey(key), id));
};

export const forgetOperation = (key: string): void => {
  guarded(() => localStorage.removeItem(operationKey(key)));
};

const operationKey = (key: string): string => `${key}.operation`;

export const keep = (key: string, form: ProposalForm, version: number | undefined): void => {
  guarded(() => {
    localStorage.setItem(key, JSON.stringify(form));
    if (version !== undefined) localStorage.setItem(versionKey(key), String(version));
  });
};

export const forget = (key: string): void => {
  guarded(() => {
    localStorage.removeItem(key);
    localStorage.removeItem(versionKey(key));
    localStorage.removeItem(operationKey(key));
  });
};
