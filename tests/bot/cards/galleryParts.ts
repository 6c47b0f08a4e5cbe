import type { UnitChoice } from '../../../bot/cards/model.ts';

export const op = '6f9619ff-8b86-4011-b42d-00c04fc964ff';
export const tabUrl = 'https://fardplan.example/tab/#/initiatives/VOF-2026-0012';
export const channel = '19:abc@thread.tacv2';

/** A municipality with more units than a card has room for. */
export const MANY_UNITS: readonly UnitChoice[] = Array.from({ length: 400 }, (_, i) => ({
  id: `unit-with-a-long-identity-${i}`,
  name: `Verksamhetsområde särskilt boende ${i}`,
  department: i < 200 ? 'Vård- och omsorgsförvaltningen' : 'Barn- och utbildningsförvaltningen',
}));

export const item = (n: number, title: string) => ({
  id: `I-${n}`,
  number: `VOF-2026-00${10 + n}`,
  title,
  line: 'Chefsprövning · Ta ställning till förslaget · Enhetschef hemtjänst norr · senast 17 mars 2026',
});
