import { createDocuments } from '../../../bot/adapters/sharepoint/documents/documents.ts';
import { type FollowTiming, followWithDocuments } from '../../../bot/municipality/documents.ts';
import { PEOPLE } from '../../builders/people.ts';
import { proposal } from '../../builders/proposals.ts';
import { memoryDocuments } from '../../fakes/memoryDocuments.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import { tenantStore } from '../adapters/sharepoint/tenantStore.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { approved, done, draft, guarded, submitted } from '../support/life.ts';

const SOON: FollowTiming = { everyMs: 1_000_000, againMs: 5 };

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 5_000; performance.now() < end; ) {
    if (isSo()) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error('did not happen');
}

describe('the folders of cases', () => {
  const open: { close: () => Promise<void> }[] = [];
  let house: TestHouse;
  let errors: unknown[];
  let exposed = 0;
  const follow = (documents: ReturnType<typeof memoryDocuments>, timing = SOON) => {
    const onError = (error: unknown, mayBeOpen: boolean) => {
      errors.push(error);
      if (mayBeOpen) exposed += 1;
    };
    const following = followWithDocuments({ ...house, documents, onError, timing });
    open.push(following);
    return following;
  };

  beforeEach(async () => {
    house = await testHouse();
    errors = [];
    exposed = 0;
  });
  afterEach(() => Promise.all(open.splice(0).map((following) => following.close())));

  it('are made when a proposal is submitted, not for drafts, and asked for once', async () => {
    const documents = memoryDocuments();
    follow(documents);
    await draft(house);
    const { number, id } = await submitted(house);
    await until(() => documents.known(number) !== undefined);
    await house.casebook.reload(id);
    const next = await submitted(house);
    await until(() => documents.known(next.number) !== undefined);
    expect(documents.asked).toEqual(['all', `make ${number}`, `make ${next.number}`]);
    expect(errors).toEqual([]);
  });

  it('that were missed are made at the next start; those there are left alone', async () => {
    const [one, other] = [await submitted(house), await submitted(house)];
    const documents = memoryDocuments(new Map([[one.number, []]]));
    follow(documents);
    await until(() => documents.known(other.number) !== undefined);
    expect(documents.asked).toEqual(['all', `make ${other.number}`]);
  });

  it('wait for a library that does not answer; nobody is held up and it is told', async () => {
    const documents = memoryDocuments();
    documents.isDown = true;
    follow(documents);
    const { number } = await submitted(house);
    await until(() => errors.length > 0);
    expect(exposed).toBe(0);
    expect(documents.known(number)).toBeUndefined();
    documents.isDown = false;
    await until(() => documents.known(number) !== undefined);
  });

  it('are not held up by one that cannot be made', async () => {
    const [bad, good] = [await submitted(house), await submitted(house)];
    const documents = memoryDocuments();
    const { folderFor } = documents;
    documents.folderFor = (number) =>
      number === bad.number ? Promise.reject(new Error('refused')) : folderFor(number);
    follow(documents);
    await until(() => documents.known(good.number) !== undefined);
    expect(errors).toContainEqual(expect.objectContaining({ message: 'refused' }));
  });

  it('that somebody has removed are made again', async () => {
    const { number } = await submitted(house);
    const documents = memoryDocuments();
    follow(documents, { everyMs: 5, againMs: 5 });
    await until(() => documents.folders.has(number));
    documents.folders.delete(number);
    await until(() => documents.folders.has(number));
  });

  it('are closed for protected cases, from the start and as soon as a case becomes protected', async () => {
    const secret = await guarded(house);
    const { id, number } = await approved(house);
    const documents = memoryDocuments();
    follow(documents);
    await until(() => documents.known(number)?.isOpen === true);
    expect([...documents.closed]).toEqual([secret.number]);
    const order = { type: 'Classify', classification: { c: 3, i: 2, a: 1 } } as const;
    await done(house, order, { by: PEOPLE.coach, initiative: id });
    await until(() => documents.closed.has(number));
    expect(documents.asked).toEqual(['all', `close ${secret.number}`, `make ${number}`, `close ${number}`]);
    await done(
      house,
      { ...order, classification: { c: 1, i: 2, a: 1 } },
      { by: PEOPLE.coach, initiative: id },
    );
    await new Promise((passed) => setTimeout(passed, 20));
    expect(documents.known(number)?.isOpen).toBe(false);
  });

  it('are closed before others are made, and hold those up no longer than it takes to try', async () => {
    const secret = await guarded(house);
    const { number } = await submitted(house);
    const documents = memoryDocuments(new Map([[secret.number, []]]));
    documents.closedFolderFor = () => Promise.reject(new Error('no closed place'));
    follow(documents);
    await until(() => documents.known(number) !== undefined);
    expect(errors).toContainEqual(expect.objectContaining({ message: 'no closed place' }));
    expect(exposed).toBeGreaterThan(0);
    expect(documents.asked).toEqual(['all', `make ${number}`]);
  });

  it('are closed at once, also when a case becomes protected while others are being made', async () => {
    const { id, number } = await approved(house);
    const [first, ...others] = [await submitted(house), await submitted(house), await submitted(house)];
    const documents = memoryDocuments(new Map([[number, []]]));
    const make = documents.folderFor;
    documents.folderFor = async (caseNumber) => {
      const order = { type: 'Classify', classification: { c: 3, i: 2, a: 1 } } as const;
      if (caseNumber === first?.number) await done(house, order, { by: PEOPLE.coach, initiative: id });
      return make(caseNumber);
    };
    follow(documents);
    await until(() => others.every((each) => documents.known(each.number) !== undefined));
    const made = others.map((each) => `make ${each.number}`);
    expect(documents.asked).toEqual(['all', `make ${first?.number}`, `close ${number}`, ...made]);
  });

  it('are no longer made when the server has closed', async () => {
    const documents = memoryDocuments();
    await follow(documents).close();
    await submitted(house);
    await new Promise((done) => setTimeout(done, 20));
    expect(documents.folders.size).toBe(0);
  });

  it('stand in the library of the municipality under the number and nothing else, with nothing in them', async () => {
    const store = await tenantStore();
    const { sharePoint, violations } = store.tenant;
    const place = SAMPLE.portfolioSite;
    const documents = createDocuments(store.graph(), sharePoint.site(place).id);
    const before = await submitted(house);
    open.push(followWithDocuments({ ...house, documents, onError: (error) => void errors.push(error) }));
    const after = await submitted(house, { content: proposal({ title: 'Lås för alla' }) });
    const names = () => sharePoint.inLibrary(place).map(({ name }) => name);
    await until(() => names().length === 2);
    expect(names().sort()).toEqual([before.number, after.number].sort());
    for (const number of names()) expect(sharePoint.inLibrary(place, number)).toEqual([]);
    expect(store.tenant.calls.all().filter(({ method }) => method === 'PUT')).toEqual([]);
    expect([violations.all(), errors]).toEqual([[], []]);
    await open.pop()?.close();
    await store.dispose();
  }, 30_000);
});
