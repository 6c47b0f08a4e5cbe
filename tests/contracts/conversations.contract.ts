import type { Conversation, Conversations } from '../../bot/app/ports/index.ts';

export type ConversationsStore = {
  /** One more instance on the same conversations. */
  readonly open: () => Promise<Conversations>;
  readonly dispose: () => Promise<void>;
};

const chat = (id: string, over: Partial<Conversation> = {}): Conversation => ({
  id,
  kind: 'personal',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: '00000000-0000-4000-8000-0000000000aa',
  bot: { id: '28:bot', name: 'Färdplan' },
  person: 'p-1',
  teamsUser: '29:user',
  locale: 'sv-SE',
  updatedAt: '2026-03-02T09:00:00.000Z',
  ...over,
});

const channel: Conversation = {
  id: '19:channel@thread.tacv2',
  kind: 'channel',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: '00000000-0000-4000-8000-0000000000aa',
  bot: { id: '28:bot' },
  team: { id: '19:team@thread.tacv2', name: 'Socialförvaltningen 👩‍👩‍👧' },
  updatedAt: '2026-03-02T09:00:00.000Z',
};

/** What every store of conversations must do. Run it in a spec: `conversationsContract('SQLite', makeStore)`. */
export function conversationsContract(name: string, makeStore: () => ConversationsStore): void {
  const withInstances = (test: (here: Conversations, there: Conversations) => Promise<void>) => async () => {
    const { open, dispose } = makeStore();
    try {
      await test(await open(), await open());
    } finally {
      await dispose();
    }
  };

  describe(`conversations: ${name}`, () => {
    it(
      'gives back what was saved, to every instance',
      withInstances(async (here, there) => {
        await here.save(chat('a:1'));
        await here.save(channel);
        expect(await there.get('a:1')).toEqual(chat('a:1'));
        expect(await there.get(channel.id)).toEqual(channel);
        expect(await there.get('a:unknown')).toBeUndefined();
      }),
    );

    it(
      'replaces what was known, also what is no longer said',
      withInstances(async (here, there) => {
        await here.save(chat('a:1'));
        const moved = chat('a:1', { serviceUrl: 'https://other/', locale: undefined, person: 'p-2' });
        await there.save(moved);
        expect(await here.get('a:1')).toEqual(moved);
        expect(await here.personal('p-1')).toBeUndefined();
        expect(await here.personal('p-2')).toEqual(moved);
      }),
    );

    it(
      'finds the latest personal chat with somebody, and only personal ones',
      withInstances(async (here, there) => {
        await here.save(chat('a:old', { updatedAt: '2026-03-01T09:00:00.000Z' }));
        await here.save(chat('a:new', { updatedAt: '2026-03-03T09:00:00.000Z' }));
        await here.save(chat('a:group', { kind: 'group', updatedAt: '2026-03-04T09:00:00.000Z' }));
        await here.save(chat('a:other', { person: 'p-2', updatedAt: '2026-03-05T09:00:00.000Z' }));
        expect((await there.personal('p-1'))?.id).toBe('a:new');
        expect(await there.personal('p-3')).toBeUndefined();
      }),
    );

    it(
      'forgets a conversation the app was removed from; twice does no harm',
      withInstances(async (here, there) => {
        await here.save(chat('a:1'));
        await there.remove('a:1');
        await here.remove('a:1');
        expect(await here.get('a:1')).toBeUndefined();
        expect(await here.personal('p-1')).toBeUndefined();
      }),
    );

    it(
      'knows a conversation again that another instance had removed, when the app is installed anew',
      withInstances(async (here, there) => {
        await here.save(chat('a:1'));
        await there.remove('a:1');
        const again = chat('a:1', { updatedAt: '2026-03-02T09:10:00.000Z' });
        await here.save(again, true);
        expect(await there.personal('p-1')).toEqual(again);
      }),
    );

    it(
      'keeps what is new of a conversation that another instance has removed meanwhile',
      withInstances(async (here, there) => {
        await here.save(chat('a:1'));
        await there.remove('a:1');
        const again = chat('a:1', { updatedAt: '2026-03-03T09:00:00.000Z' });
        await here.save(again);
        expect(await there.get('a:1')).toEqual(again);
      }),
    );

    it(
      'keeps one row for a conversation saved by many at once',
      withInstances(async (here, there) => {
        await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? here : there).save(chat('a:1'))));
        expect(await here.personal('p-1')).toEqual(chat('a:1'));
        await here.remove('a:1');
        expect(await there.personal('p-1')).toBeUndefined();
      }),
    );
  });
}
