import { NOTICES } from '../../../bot/app/messages/notifications.ts';
import botReasons from '../../../bot/texts/sv/deliveryFailures.json' with { type: 'json' };
import { SWEDISH } from '../../../tab/src/texts/index.ts';
import { createTexts, type Translate } from '../../../tab/src/texts/useTexts.ts';
import { noticeText, reasonTexts } from '../../../tab/src/undelivered/labels.ts';
import { maySeeUndelivered } from '../../../tab/src/undelivered/maySeeUndelivered.ts';
import { UNDELIVERED } from '../sample/undelivered.ts';

const texts = createTexts('sv');
const t = texts.t as unknown as Translate;
/** The last one has been taken away before the tab sees it. */
const reasons = Object.keys(botReasons).filter((reason) => reason !== 'nothing-to-update');

describe('the words for what did not arrive', () => {
  it('has some for every reason the server knows, and no other', () => {
    expect(Object.keys(SWEDISH.undelivered.reason).toSorted()).toEqual(reasons.toSorted());
  });

  it.each(reasons)('says why and what helps for a person and for a channel: %s', (reason) => {
    const said = (['person', 'channel'] as const).map((kind) => reasonTexts(t, { reason, kind, items: [] }));
    for (const { why, help } of said) {
      expect(why).not.toContain('undelivered:');
      expect(why).not.toMatch(/\.$/);
      expect(help).toMatch(/\.$/);
    }
    expect(said[0]).not.toEqual(said[1]);
  });

  it('lets the server explain a reason this version does not know', () => {
    const items = UNDELIVERED.slice(-1);
    expect(reasonTexts(t, { reason: 'a-new-reason', kind: 'person', items })).toEqual({
      why: 'Meddelandet kom inte fram',
      help: 'Serverns egen förklaring.',
    });
  });

  it.each([...NOTICES, 'weekly', 'welcome'])('names the kind of message: %s', (notice) => {
    expect(SWEDISH.undelivered.notice).toHaveProperty(notice);
    expect(noticeText(t, notice)).not.toBe('Meddelande');
  });

  it('calls a kind this version does not know a message', () => {
    expect(noticeText(t, 'a-new-notice')).toBe('Meddelande');
  });
});

describe('who is offered the page', () => {
  const as = (role: 'toolAdmin' | 'headOfDigitalisation' | 'coach') =>
    maySeeUndelivered({ roles: [{ role, unit: 'kommunen', asSubstitute: false }] });

  it('is whoever looks after the tool', () => {
    expect([as('toolAdmin'), as('headOfDigitalisation'), as('coach')]).toEqual([true, true, false]);
    expect(maySeeUndelivered({ roles: [] })).toBe(false);
  });
});
