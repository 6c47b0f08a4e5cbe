import type { Verb } from '../cards/verbs.ts';
import { help, languageOpen, processGuide } from './answers/hello.ts';
import { languageSet } from './answers/languageSet.ts';
import type { Handler } from './ask.ts';
import { caseShow } from './cases/caseShow.ts';
import { myCases, myDrafts, todo, weeklyList } from './cases/lists.ts';
import { linkChannel, unlinkChannel } from './channel/channelLink.ts';
import { deviationDecide, deviationOpen } from './followUp/deviation.ts';
import { followUpOpen, followUpSave } from './followUp/followUp.ts';
import { draftNext } from './propose/draftNext.ts';
import { draftBack, draftCount, draftDiscard, draftOpen, draftSave } from './propose/drafts.ts';
import { startProposal } from './propose/startProposal.ts';
import { submit } from './propose/submit.ts';
import { decideReview } from './review/decideReview.ts';
import { resubmit, resubmitOpen } from './review/resubmit.ts';
import { reviewOpen } from './review/reviewOpen.ts';
import { substituteEnd, substituteOpen, substituteSet } from './roles/substitute.ts';

/** Every button and what answers it. A verb without a handler breaks the build. */
export const VERB_HANDLERS: Readonly<Record<Verb, Handler>> = {
  'start-proposal': startProposal,
  'draft-next': draftNext,
  'draft-back': draftBack,
  'draft-save': draftSave,
  'draft-count': draftCount,
  'draft-open': draftOpen,
  'draft-discard': draftDiscard,
  submit,
  'resubmit-open': resubmitOpen,
  resubmit,
  approve: decideReview('approve'),
  return: decideReview('return'),
  reject: decideReview('reject'),
  forward: decideReview('forward'),
  'review-open': reviewOpen,
  'review-refresh': reviewOpen,
  'case-show': caseShow,
  'follow-up-open': followUpOpen,
  'follow-up-save': followUpSave,
  'deviation-open': deviationOpen,
  'deviation-decide': deviationDecide,
  'my-cases': myCases,
  'my-drafts': myDrafts,
  todo,
  'weekly-list': weeklyList,
  help,
  'process-guide': processGuide,
  'link-channel': linkChannel,
  'unlink-channel': unlinkChannel,
  'substitute-open': substituteOpen,
  'substitute-set': substituteSet,
  'substitute-end': substituteEnd,
  'language-open': languageOpen,
  'language-set': languageSet,
};

export const isVerb = (verb: string | undefined): verb is Verb =>
  verb !== undefined && Object.hasOwn(VERB_HANDLERS, verb);
