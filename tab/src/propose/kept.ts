import { guarded } from '../elements/guarded.ts';
import { type ProposalForm, readForm } from './form.ts';

/** Unsaved text lives in the browser, per person and draft, until it is saved. */
export const keptKey = (person: string, initiative: string | undefined): string =>
  `fardplan.forslag.${person}.${initiative ?? 'nytt'}`;

export const readKept = (key: string): ProposalForm | undefined =>
  readForm(guarded(() => localStorage.getItem(key)));

export const keep = (key: string, form: ProposalForm): void => {
  guarded(() => localStorage.setItem(key, JSON.stringify(form)));
};

export const forget = (key: string): void => {
  guarded(() => localStorage.removeItem(key));
};
