import { caseCard } from '../../../bot/cards/caseCard.ts';
import { channelLinkedCard } from '../../../bot/cards/channelLinkedCard.ts';
import { chooseUnitCard } from '../../../bot/cards/chooseUnitCard.ts';
import { coachAnswerCard } from '../../../bot/cards/coachAnswerCard.ts';
import { detailsCard } from '../../../bot/cards/detailsCard.ts';
import { deviationCard } from '../../../bot/cards/deviationCard.ts';
import { followUpCard } from '../../../bot/cards/followUpCard.ts';
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
import type { Texts } from '../../../bot/texts/texts.ts';
import { channel, item, MANY_UNITS, op, tabUrl } from './galleryParts.ts';
import { LONG_TITLE, longText, worst, worstSimilar } from './hostile.ts';
import { assistant, MAY_REVIEW, similar, UNITS } from './views.ts';

const typed = {
  solution: longText(3_000),
  effect: longText(500),
  title: LONG_TITLE,
  reason: longText(2_000),
  changes: longText(2_000),
  text: longText(2_000),
  source: longText(200),
};
const figures = {
  volumePerYear: '999 999 999,99 och lite till som någon skrev',
  minutesPerItem: 'tjugo',
  hourCost: '345',
  oneTimeCost: '1e9',
  yearlyCost: '-5',
  adoption: '101',
};
const decided = { similar: worstSimilar(5), may: [...MAY_REVIEW] };
const reasons = Object.fromEntries(decided.similar.map(({ id }) => [`similarReason:${id}`, longText(500)]));

const by = { id: 'p', name: longText(80) };
const saidBefore = (['Returned', 'Resubmitted'] as const).map((type) => ({
  ...{ type, by, at: '2026-03-05T14:30:00.000Z', reason: longText(2_000), details: null },
  ...({ from: 'MANAGER_REVIEW', to: 'RETURNED' } as const),
}));

const similarAnswers = worstSimilar(10).map(({ number }) => ({
  ...{ number, answer: 'separate' as const, reason: longText(500) },
}));
const approvedBefore = {
  ...{ type: 'ApprovedByManager', by, at: '2026-03-05T14:30:00.000Z', reason: longText(2_000) },
  ...({ from: 'MANAGER_REVIEW', to: 'EXECUTION', details: { similar: similarAnswers } } as const),
};

/** The same cards with everything as long and as ill meant as it may be. */
export const worstCards = (texts: Texts): Readonly<Record<string, CardJson>> => ({
  'problem-worst': problemCard(
    {
      op,
      draft: `I-${op}`,
      values: { problem: longText(3_000), unit: 'unit-with-a-long-identity-399' },
      units: MANY_UNITS,
    },
    texts,
  ),
  'details-worst': detailsCard(
    {
      op,
      view: worst({ state: 'DRAFT', number: null }),
      similar: worstSimilar(10),
      units: UNITS,
      values: typed,
    },
    texts,
  ),
  'case-worst': caseCard(
    {
      view: worst({
        state: 'EXECUTION',
        coach: assistant,
        may: ['Resubmit', 'FollowUp', 'DecideOnDeviation', 'ApproveAsManager', 'Submit'],
      }),
      op,
      audience: 'coach',
      tabUrl,
      documentsUrl: tabUrl,
      reason: longText(300),
    },
    texts,
  ),
  'case-approved-worst': caseCard(
    {
      view: worst({ state: 'EXECUTION', coach: assistant, may: ['FollowUp'], decisions: [approvedBefore] }),
      op,
      audience: 'coach',
      tabUrl,
      documentsUrl: tabUrl,
      reason: longText(300),
    },
    texts,
  ),
  'review-worst': reviewCard(
    {
      view: worst(decided),
      op,
      units: MANY_UNITS,
      values: { ...typed, ...reasons, forwardUnit: 'unit-with-a-long-identity-7' },
    },
    texts,
  ),
  'review-long': reviewCard(
    { view: worst({ similar: [similar()], may: [...MAY_REVIEW] }), op, units: UNITS },
    texts,
  ),
  'review-again-worst': reviewCard(
    {
      view: worst({ similar: [similar()], may: [...MAY_REVIEW], decisions: saidBefore }),
      op,
      units: MANY_UNITS,
      reason: longText(200),
    },
    texts,
  ),
  'review-status-worst': reviewStatusCard(
    {
      view: worst(),
      op,
      userIds: Array.from(
        { length: 90 },
        (_, i) => `29:1a2b3c4d5e6f7g8h9i0j-1a2b3c4d5e6f7g8h9i0j-1a2b3c4d5e6f7g8h9i0j-${i}`,
      ),
    },
    texts,
  ),
  'resubmit-worst': resubmitCard({ view: worst({ state: 'RETURNED' }), op, values: typed }, texts),
  'resubmit-estimate-worst': resubmitCard(
    {
      view: worst({
        state: 'RETURNED',
        content: { ...worst().content, solution: longText(2_500), problem: longText(3_000) },
      }),
      op,
      values: { ...figures, title: LONG_TITLE, changes: longText(2_000) },
      // Errors are our own words: as long as any, but not ill meant.
      errors: Object.fromEntries(
        Object.keys({ ...figures, title: '', changes: '' }).map((id) => [id, LONG_TITLE]),
      ),
    },
    texts,
  ),
  'follow-up-worst': followUpCard({ view: worst({ state: 'EXECUTION' }), op, values: typed }, texts),
  'deviation-worst': deviationCard({ view: worst({ state: 'EXECUTION' }), op, values: typed }, texts),
  'list-worst': listCard(
    {
      heading: longText(300),
      intro: longText(300),
      items: Array.from({ length: 10 }, (_, i) => ({
        ...item(i, LONG_TITLE),
        line: longText(600),
        badge: longText(60),
      })),
      empty: { text: '' },
      more: 99,
      tabUrl,
      op,
    },
    texts,
  ),
  'process-guide-worst': processGuideCard({ op, text: longText(20_000) }, texts),
  'offer-proposal-worst': offerProposalCard({ op, text: longText(20_000) }, texts),
  'coach-worst': coachAnswerCard(
    { op, unitName: longText(120), people: [], vacancy: { role: 'coach', unit: 'x', reason: longText(300) } },
    texts,
  ),
  'channel-worst': channelLinkedCard({ op, channel, unitName: longText(120), linked: true }, texts),
  'choose-unit-worst': chooseUnitCard(
    { op, verb: 'link-channel', question: longText(300), units: MANY_UNITS, data: { op } },
    texts,
  ),
  'notice-worst': noticeCard({ op, title: longText(300), text: longText(6_000) }, texts),
  'substitute-worst': substituteCard(
    {
      op,
      roles: Array.from({ length: 30 }, (_, index) => ({
        holder: `holder-${index}`,
        name: longText(200),
        substitutes: [{ id: `p-${index}`, name: longText(200), from: '2026-07-06' }],
      })),
      near: Array.from({ length: 15 }, (_, index) => ({ id: `p-${index}`, name: longText(200) })),
      values: { from: longText(3_000), to: longText(3_000), holder: longText(300) },
      errors: { person: texts.t('cards.substitute.needed.person') },
    },
    texts,
  ),
});
