import type { CommandMatch } from '../texts/matchCommand.ts';
import { help, processGuide } from './answers/hello.ts';
import { languageSet } from './answers/languageSet.ts';
import { whatHappens, whoIsCoach } from './answers/whoAndWhat.ts';
import type { Handler } from './ask.ts';
import { caseShow } from './cases/caseShow.ts';
import { myCases, myDrafts, todo, weeklyList } from './cases/lists.ts';
import { linkChannel, unlinkChannel } from './channel/channelLink.ts';
import { searchCommand } from './extension/search.ts';
import { deviationOpen } from './followUp/deviation.ts';
import { followUpOpen } from './followUp/followUp.ts';
import { startProposal } from './propose/startProposal.ts';
import { decideReview } from './review/decideReview.ts';
import { resubmitOpen } from './review/resubmit.ts';
import { reviewOpen } from './review/reviewOpen.ts';
import { substituteOpen } from './roles/substitute.ts';

/** With a reason the decision is made at once; without one the card asks for it. */
const orOpen =
  (decision: 'return' | 'reject'): Handler =>
  (ask, deps) =>
    ask.data.reason ? decideReview(decision)(ask, deps) : reviewOpen(ask, deps);

/** Without a number the list in which the case can be picked. */
const withCase =
  (handler: Handler, list: Handler): Handler =>
  (ask, deps) =>
    (ask.data.id === undefined ? list : handler)(ask, deps);

/** Every typed command and what answers it; `ask.data` holds `text`, `id` and `reason` from the sentence. */
export const COMMAND_HANDLERS: Readonly<Record<CommandMatch['command'], Handler>> = {
  help,
  propose: startProposal,
  drafts: myDrafts,
  cases: myCases,
  todo,
  show: withCase(caseShow, myCases),
  approve: withCase(reviewOpen, todo),
  return: withCase(orOpen('return'), todo),
  reject: withCase(orOpen('reject'), todo),
  forward: withCase(reviewOpen, todo),
  followUp: withCase(followUpOpen, weeklyList),
  deviation: withCase(deviationOpen, todo),
  resubmit: withCase(resubmitOpen, myDrafts),
  coach: whoIsCoach,
  department: whatHappens,
  link: linkChannel,
  unlink: unlinkChannel,
  weekly: weeklyList,
  buy: processGuide,
  substitute: substituteOpen,
  language: languageSet,
  search: searchCommand,
};
