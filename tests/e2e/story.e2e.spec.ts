import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createTexts } from '../../bot/texts/texts.ts';
import { launchBrowser } from '../run/browser.ts';
import { type Chat, openChat, stayLocal } from './chat.ts';
import { type RunningFardplan, startFardplan } from './fardplan.ts';

/**
 * The story a newcomer can follow: an employee proposes in the chat, her manager decides on the card, she is told,
 * the coach follows up in the channel, and the tab shows each step. The real client, the real server, a real browser.
 */
const { t } = createTexts()('sv');
const SHOTS = resolve(__dirname, '..', '..', '.artifacts', 'story');
const EMPLOYEE = 'Undersköterska, hemtjänst norr';
const MANAGER = 'Enhetschef, hemtjänst norr';
const COACH = 'Digitaliseringscoach, hemtjänst norr';
const CHANNEL = 'Vård- och omsorgsförvaltningen - Digitalisering';
const PROBLEM =
  'Vi letar efter hjälpmedel som ingen vet var de är. Det tar en halvtimme om dagen för åtta personer.';
const TITLE = 'Märk hjälpmedlen så att alla hittar dem – även rullstolsförvaringen på Åsgränd';

let fardplan: RunningFardplan;
let browser: Browser;
let context: BrowserContext;
let employee: Chat;
let manager: Chat;
let coach: Chat;
let tab: Page;
let number = '';
let step = 0;

const shot = async (page: Page, name: string) => {
  step += 1;
  await page.screenshot({ path: join(SHOTS, `${String(step).padStart(2, '0')}-${name}.png`) });
};

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  fardplan = await startFardplan();
  browser = await launchBrowser();
  context = await browser.newContext({
    viewport: { width: 1400, height: 1100 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  });
  await stayLocal(context);
  employee = await openChat(context, fardplan.chats[EMPLOYEE] ?? '');
  manager = await openChat(context, fardplan.chats[MANAGER] ?? '');
  coach = await openChat(context, fardplan.chats[COACH] ?? '');
  tab = await context.newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  expect(await fardplan?.stop()).toBe(0);
}, 60_000);

it('welcomes her once, with the question', async () => {
  const card = await employee.card('Kan vi göra det här på ett smartare sätt?');
  expect(await card.buttons()).toContain('Lämna ett förslag');
  await shot(employee.page, 'welcome');
}, 60_000);

it('lets the coach tie the channel to the department', async () => {
  await coach.open(CHANNEL);
  await coach.card('Kan vi göra det här på ett smartare sätt?');
  await coach.post('koppla till vård och omsorg');
  const card = await coach.card('Kanalen är kopplad till Vård- och omsorgsförvaltningen');
  expect(await card.buttons()).toContain('Ångra');
  await shot(coach.page, 'channel');
}, 60_000);

it('turns what she writes into a proposal in three steps', async () => {
  await employee.say(PROBLEM);
  await (await employee.card('Ska jag göra ett förslag av det?')).press('Ja, gör ett förslag');
  const first = await employee.card('steg 1');
  await first.tick('Medarbetare');
  await shot(employee.page, 'problem');
  await first.press('Nästa');
  const second = await employee.card('steg 2');
  await second.fill(t('cards.details.title'), TITLE);
  await second.choose(t('cards.details.changeType'), t('changeTypes.improvement'));
  await second.choose(t('cards.details.category'), 'Välfärdsteknik');
  await shot(employee.page, 'details');
  await second.press('Skicka in');
  const done = await employee.card(/VOF-\d{4}-\d{4}/);
  number = /VOF-\d{4}-\d{4}/.exec(await done.text())?.[0] ?? '';
  expect(await done.text()).toContain('Enhetschef, hemtjänst norr');
  await shot(employee.page, 'submitted');
}, 90_000);

it('shows the proposal in the tab', async () => {
  await tab.goto(`${fardplan.tabs[EMPLOYEE]}#/initiatives/${number}`);
  await tab.getByRole('heading', { name: TITLE }).waitFor({ timeout: 20_000 });
  await shot(tab, 'tab-submitted');
}, 60_000);

it('asks her manager, who is told on the card what is missing, loses nothing, and approves', async () => {
  const first = await manager.card(TITLE);
  await shot(manager.page, 'review');
  await first.tick(t('cards.review.needIsReal'));
  await first.tick(t('cards.review.fitsGoals'));
  await first.choose(t('cards.review.fundingIdea'), t('funding.own-budget'));
  await first.press('Godkänn');
  const again = await manager.card(t('cards.review.needed.preparationHours'));
  await shot(manager.page, 'review-incomplete');
  await again.fill(t('cards.review.preparationHours'), '8');
  await again.press('Godkänn');
  const decided = await manager.card(t('decisions.ApprovedByManager'));
  expect(await decided.text()).toContain(number);
  expect(await decided.buttons()).not.toContain('Godkänn');
  await shot(manager.page, 'approved');
}, 90_000);

it('tells her the outcome at once, and updates the card she has', async () => {
  const told = await employee.card(t('notices.decision.ApprovedByManager.title'));
  expect(await told.text()).toContain(number);
  const own = await employee.card(`${number} · Beredning`);
  expect(await own.text()).toContain(COACH);
  await shot(employee.page, 'told');
}, 60_000);

it('has updated the open tab by itself', async () => {
  await tab.getByRole('heading', { name: 'Ta fram underlaget' }).waitFor({ timeout: 2_000 });
  await shot(tab, 'tab-approved');
}, 30_000);

it('gives the coach a card in the channel, and takes the follow-up', async () => {
  const card = await coach.card(TITLE);
  expect(await card.text()).toContain(number);
  await shot(coach.page, 'coach-card');
  await card.press('Följ upp');
  const form = await coach.card(t('cards.follow-up.status'));
  await form.tick(t('statuses.yellow'));
  await form.fill(t('cards.follow-up.text'), 'Etiketterna är försenade till januari. Övriga delar går bra.');
  await shot(coach.page, 'follow-up');
  await form.press(t('buttons.follow-up-save'));
  const done = await coach.card(t('cards.case.follow-up-heading'));
  expect(await done.text()).toContain('Etiketterna är försenade');
  await shot(coach.page, 'followed-up');
  await done.picture(join(SHOTS, 'card.png'));
}, 90_000);

it('shows the follow-up and who did what in the tab', async () => {
  await tab.getByText('Etiketterna är försenade till januari.').first().waitFor({ timeout: 2_000 });
  await shot(tab, 'tab-followed-up');
  await tab.goto(`${fardplan.tabs[COACH]}#/`);
  await tab.getByText(TITLE).first().waitFor({ timeout: 20_000 });
  await shot(tab, 'tab-portfolio');
}, 60_000);
