import { caseCard } from '../../../bot/cards/caseCard.ts';
import { channelLinkedCard } from '../../../bot/cards/channelLinkedCard.ts';
import { chooseUnitCard } from '../../../bot/cards/chooseUnitCard.ts';
import { coachAnswerCard } from '../../../bot/cards/coachAnswerCard.ts';
import { detailsCard } from '../../../bot/cards/detailsCard.ts';
import { deviationCard } from '../../../bot/cards/deviationCard.ts';
import { followUpCard } from '../../../bot/cards/followUpCard.ts';
import { helpCard } from '../../../bot/cards/helpCard.ts';
import { languageCard } from '../../../bot/cards/languageCard.ts';
import { listCard } from '../../../bot/cards/listCard.ts';
import type { CardJson } from '../../../bot/cards/model.ts';
import { noticeCard } from '../../../bot/cards/noticeCard.ts';
import { offerProposalCard } from '../../../bot/cards/offerProposalCard.ts';
import { problemCard } from '../../../bot/cards/problemCard.ts';
import { processGuideCard } from '../../../bot/cards/processGuideCard.ts';
import { resubmitCard } from '../../../bot/cards/resubmitCard.ts';
import { reviewCard } from '../../../bot/cards/reviewCard.ts';
import { reviewStatusCard } from '../../../bot/cards/reviewStatusCard.ts';
import { substituteCard } from '../../../bot/cards/substituteCard.ts';
import { welcomeCard } from '../../../bot/cards/welcomeCard.ts';
import type { Texts } from '../../../bot/texts/texts.ts';
import { channel, item, op, tabUrl } from './galleryParts.ts';
import { coach, EXAMPLES, MAY_REVIEW, manager, returned, similar, UNITS, underWay, view } from './views.ts';

const DETAILS_ERRORS = {
  title: 'Texten har 130 tecken. Högst 120 får plats. Korta den.',
  changeType: 'Välj vad du vill göra.',
  volumePerYear: 'Skriv en siffra som är 0 eller mer, till exempel 250.',
};

/** Every card as people meet it in a working day. */
export const ordinaryCards = (texts: Texts): Readonly<Record<string, CardJson>> => ({
  'welcome-personal': welcomeCard({ scope: 'personal', op }, texts),
  'welcome-channel': welcomeCard({ scope: 'channel', op }, texts),
  'help-personal': helpCard({ scope: 'personal', op, examples: EXAMPLES }, texts),
  'help-coach': helpCard({ scope: 'personal', isCoach: true, op, examples: EXAMPLES }, texts),
  'help-channel': helpCard({ scope: 'channel', op, examples: EXAMPLES }, texts),
  'problem-empty': problemCard({ op, values: { unit: 'vof-hemtjanst-norr' }, units: UNITS }, texts),
  'problem-errors': problemCard(
    {
      op,
      values: { affectedGroups: 'employees,relatives' },
      units: UNITS,
      errors: { problem: texts.t('cards.problem.needed.problem') },
    },
    texts,
  ),
  'details-first': detailsCard(
    {
      op,
      view: view({
        state: 'DRAFT',
        number: null,
        content: { title: 'Personalen hämtar och lämnar nycklar', problem: 'P', unit: 'vof' },
      }),
      similar: [similar()],
      units: UNITS,
    },
    texts,
  ),
  'details-errors': detailsCard(
    {
      op,
      view: view({ state: 'DRAFT', number: null }),
      similar: [
        similar(),
        similar({
          id: 'I-3',
          number: 'KFF-2025-0007',
          title: 'Passersystem till idrottshallarna',
          state: 'CLOSED',
          unit: 'kff',
          lessons: [],
        }),
      ],
      units: UNITS,
      errors: DETAILS_ERRORS,
    },
    texts,
  ),
  'case-submitted': caseCard({ view: view(), op, audience: 'proposer', tabUrl }, texts),
  'case-returned': caseCard({ view: returned(), op, audience: 'proposer', tabUrl }, texts),
  'case-coach': caseCard(
    {
      view: underWay({ deviationSince: '2026-07-15T08:00:00.000Z', may: ['FollowUp', 'DecideOnDeviation'] }),
      op,
      audience: 'coach',
      tabUrl,
      documentsUrl: 'https://ekhamra.example/sites/fardplan/Delade%20dokument/VOF-2026-0012',
    },
    texts,
  ),
  'case-closed': caseCard(
    {
      view: view({ state: 'CLOSED', next: { action: 'nothing', owners: [], role: null, deadline: null } }),
      op,
      audience: 'reader',
    },
    texts,
  ),
  'case-protected': caseCard({ view: underWay({ protected: true }), op, audience: 'coach', tabUrl }, texts),
  review: reviewCard({ view: view({ similar: [similar()], may: [...MAY_REVIEW] }), op, units: UNITS }, texts),
  'review-errors': reviewCard(
    {
      view: view({ similar: [similar()], may: [...MAY_REVIEW] }),
      op,
      units: UNITS,
      values: { needIsReal: 'true', forwardUnit: 'sof' },
      errors: {
        reason: texts.t('cards.review.needed.reason'),
        preparationHours: texts.t('cards.review.needed.preparationHours'),
      },
      substituteFor: manager.name,
    },
    texts,
  ),
  'review-status': reviewStatusCard({ view: view(), op, userIds: ['29:a'] }, texts),
  resubmit: resubmitCard({ view: returned(), op }, texts),
  'follow-up': followUpCard({ view: underWay(), op }, texts),
  'follow-up-errors': followUpCard(
    {
      view: underWay(),
      op,
      values: { value: 'tjugo', goal: 'g-1' },
      errors: {
        status: texts.t('cards.follow-up.needed.status'),
        value: texts.t('cards.follow-up.needed.value'),
      },
    },
    texts,
  ),
  deviation: deviationCard({ view: underWay({ deviationSince: '2026-07-15T08:00:00.000Z' }), op }, texts),
  list: listCard(
    {
      heading: texts.t('cards.lists.todo.heading'),
      intro: texts.t('cards.lists.todo.intro'),
      items: [
        { ...item(1, 'Digitala lås i hemtjänsten'), badge: texts.t('common.overdue') },
        item(2, 'Medicinrobot i hemsjukvården'),
        { ...item(3, 'Skärm i personalrummet'), number: null, verb: 'draft-open' },
      ],
      empty: { text: '' },
      more: 4,
      tabUrl,
      op,
    },
    texts,
  ),
  'list-empty': listCard(
    {
      heading: texts.t('cards.lists.todo.heading'),
      items: [],
      empty: { text: texts.t('cards.lists.todo.empty'), button: texts.t('buttons.start-proposal') },
      op,
    },
    texts,
  ),
  'process-guide': processGuideCard({ op, text: 'vi vill köpa ett system' }, texts),
  'offer-proposal': offerProposalCard(
    { op, text: 'Vi springer mellan avdelningarna med papperslappar varje morgon.' },
    texts,
  ),
  'coach-answer': coachAnswerCard({ op, unitName: 'Hemtjänst norr', people: [coach] }, texts),
  'coach-vacant': coachAnswerCard(
    {
      op,
      unitName: 'Överförmyndarkansliet',
      people: [],
      vacancy: { role: 'coach', unit: 'ofk', target: '2026-09-01', reason: 'rekrytering pågår' },
    },
    texts,
  ),
  'channel-linked': channelLinkedCard({ op, channel, unitName: 'Socialförvaltningen', linked: true }, texts),
  'channel-unlinked': channelLinkedCard(
    { op, channel, unitName: 'Socialförvaltningen', linked: false, unit: 'sof' },
    texts,
  ),
  'choose-unit': chooseUnitCard(
    {
      op,
      verb: 'link-channel',
      question: texts.t('cards.channel.which', { name: 'hemtjänst' }),
      units: UNITS.slice(1, 3),
      data: { op },
    },
    texts,
  ),
  substitute: substituteCard(
    {
      op,
      roles: [
        {
          holder: 'chef-norr',
          name: `${texts.t('roles.manager')}, Hemtjänst norr`,
          substitutes: [
            { id: 'p-2', name: 'Enhetschef hemtjänst söder', from: '2026-07-06', to: '2026-07-31' },
          ],
        },
        { holder: 'ledamot', name: texts.t('roles.councilMember'), substitutes: [] },
      ],
      near: [{ id: 'p-2', name: 'Enhetschef hemtjänst söder' }],
      values: { holder: 'all', from: '2026-03-02' },
    },
    texts,
  ),
  'substitute-errors': substituteCard(
    {
      op,
      roles: [{ holder: 'chef-norr', name: `${texts.t('roles.manager')}, Hemtjänst norr`, substitutes: [] }],
      near: [{ id: 'p-2', name: 'Enhetschef hemtjänst söder' }],
      values: { from: '2026-03-02', to: '2026-03-01' },
      errors: {
        person: texts.t('cards.substitute.needed.person'),
        to: texts.t('refusals.period-reversed.text'),
      },
    },
    texts,
  ),
  language: languageCard({ op }, texts),
  notice: noticeCard(
    {
      op,
      title: texts.t('notices.draft-saved.title'),
      text: texts.t('notices.draft-saved.text'),
      next: { title: texts.t('buttons.my-drafts'), verb: 'my-drafts', data: { op } },
    },
    texts,
  ),
  refusal: noticeCard(
    { op, title: texts.t('refusals.own-proposal.title'), text: texts.t('refusals.own-proposal.text') },
    texts,
  ),
});
