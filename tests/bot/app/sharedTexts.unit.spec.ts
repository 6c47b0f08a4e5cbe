import { createSharedTexts } from '../../../bot/app/sharedTexts.ts';
import { heapAfterCollection } from '../support/heap.ts';

const PERSON = '00000000-0000-4000-8000-00000000000a';
const LONG = 'Vi skriver av fakturor för hand och det tar två dagar i veckan.';
const rows = () =>
  JSON.parse(
    JSON.stringify([
      { type: 'FollowUpRecorded', by: PERSON, text: LONG, item: { holder: PERSON, days: [1, null, true] } },
      { type: 'FollowUpRecorded', by: PERSON, text: LONG, list: ['MANAGER_REVIEW', 'MANAGER_REVIEW'] },
    ]),
  ) as object[];

describe('texts that are kept once', () => {
  it('changes nothing of what a value says, whatever it is made of', () =>
    expect(createSharedTexts().within(rows())).toEqual(rows()));

  it('gives back a text that equals the one it got, however many it has met since', () => {
    const texts = createSharedTexts();
    const met = Array.from({ length: 12_000 }, (_, i) => `person number ${i}`);
    for (const text of met) expect(texts.one(text)).toBe(text);
    for (const text of met) expect(texts.one(text)).toBe(text);
  });

  it('holds one copy where there were many', () => {
    const copies = 10_000;
    const held = (share: (value: object) => object): number => {
      const text = JSON.stringify({ by: PERSON, as: 'controllerOfTheHouse' });
      const before = heapAfterCollection();
      const kept = Array.from({ length: copies }, () => share(JSON.parse(text) as object));
      const grown = heapAfterCollection() - before;
      expect(kept).toHaveLength(copies);
      return (grown * 1_048_576) / copies;
    };
    const spared = () => held((value) => value) - held(createSharedTexts().within);
    // Two texts of 36 and 20 characters take 88 bytes; the object that holds them is there in both. What a spec before
    // this one has left behind may go meanwhile, but not in two rounds of three.
    const [, median = 0] = [spared(), spared(), spared()].sort((a, b) => a - b);
    expect(median).toBeGreaterThan(30);
  });
});
