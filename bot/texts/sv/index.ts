import actions from './actions.json' with { type: 'json' };
import buttons from './buttons.json' with { type: 'json' };
import caseCard from './cards/case.json' with { type: 'json' };
import channelCard from './cards/channel.json' with { type: 'json' };
import coachAnswerCard from './cards/coach-answer.json' with { type: 'json' };
import detailsCard from './cards/details.json' with { type: 'json' };
import deviationCard from './cards/deviation.json' with { type: 'json' };
import estimateCard from './cards/estimate.json' with { type: 'json' };
import followUpCard from './cards/follow-up.json' with { type: 'json' };
import helpCard from './cards/help.json' with { type: 'json' };
import languageCard from './cards/language.json' with { type: 'json' };
import listsCard from './cards/lists.json' with { type: 'json' };
import offerProposalCard from './cards/offer-proposal.json' with { type: 'json' };
import problemCard from './cards/problem.json' with { type: 'json' };
import processGuideCard from './cards/process-guide.json' with { type: 'json' };
import resubmitCard from './cards/resubmit.json' with { type: 'json' };
import reviewCard from './cards/review.json' with { type: 'json' };
import welcomeCard from './cards/welcome.json' with { type: 'json' };
import categories from './categories.json' with { type: 'json' };
import changeTypes from './changeTypes.json' with { type: 'json' };
import commands from './commands.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import decisions from './decisions.json' with { type: 'json' };
import deliveryFailures from './deliveryFailures.json' with { type: 'json' };
import deviationChoices from './deviationChoices.json' with { type: 'json' };
import fields from './fields.json' with { type: 'json' };
import figures from './figures.json' with { type: 'json' };
import flagNames from './flagNames.json' with { type: 'json' };
import flags from './flags.json' with { type: 'json' };
import followUpKinds from './followUpKinds.json' with { type: 'json' };
import funding from './funding.json' with { type: 'json' };
import groups from './groups.json' with { type: 'json' };
import lightBreaches from './lightBreaches.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import orders from './orders.json' with { type: 'json' };
import recommendations from './recommendations.json' with { type: 'json' };
import refusals from './refusals.json' with { type: 'json' };
import roles from './roles.json' with { type: 'json' };
import rows from './rows.json' with { type: 'json' };
import similarAnswers from './similarAnswers.json' with { type: 'json' };
import stateHelp from './stateHelp.json' with { type: 'json' };
import states from './states.json' with { type: 'json' };
import statuses from './statuses.json' with { type: 'json' };
import statusNames from './statusNames.json' with { type: 'json' };
import trackHelp from './trackHelp.json' with { type: 'json' };
import tracks from './tracks.json' with { type: 'json' };

/** Every text in Swedish; the path in this object is the key. */
export const swedish = {
  actions,
  buttons,
  categories,
  changeTypes,
  commands,
  common,
  decisions,
  deliveryFailures,
  deviationChoices,
  fields,
  figures,
  flagNames,
  flags,
  followUpKinds,
  funding,
  groups,
  lightBreaches,
  notices,
  orders,
  recommendations,
  refusals,
  roles,
  rows,
  similarAnswers,
  stateHelp,
  states,
  statusNames,
  statuses,
  trackHelp,
  tracks,
  cards: {
    case: caseCard,
    channel: channelCard,
    'coach-answer': coachAnswerCard,
    details: detailsCard,
    deviation: deviationCard,
    estimate: estimateCard,
    'follow-up': followUpCard,
    help: helpCard,
    language: languageCard,
    lists: listsCard,
    'offer-proposal': offerProposalCard,
    problem: problemCard,
    'process-guide': processGuideCard,
    resubmit: resubmitCard,
    review: reviewCard,
    welcome: welcomeCard,
  },
};
