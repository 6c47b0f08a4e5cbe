import type { DraftContent } from '../../domain/initiatives/content.ts';
import type { SimilarHit } from '../../domain/initiatives/events.ts';
import type { StateCode } from '../../domain/initiatives/states.ts';
import {
  type Ask,
  approve,
  approveInCouncil,
  cancel,
  close,
  completePreparation,
  forward,
  goLive,
  handOver,
  merge,
  pause,
  recommend,
  recordContract,
  reject,
  returnIt,
  setGoal,
  start,
  startDraft,
  submit,
} from './commands.ts';
import { PURCHASE, SMALL } from './proposals.ts';
import type { History } from './scenario.ts';

/** Roads through the life cycle, made of real commands by the right people. */

type Begun = Ask & { readonly content?: DraftContent; readonly similar?: readonly SimilarHit[] };

export const drafted = ({ similar: _none, ...begun }: Begun = {}): History => startDraft(begun);
export const submitted = (begun: Begun = {}): History => {
  const { content: _written, ...asked } = begun;
  return [drafted(begun), submit(asked)];
};
export const returned = (begun?: Begun): History => [submitted(begun), returnIt()];
export const rejected = (): History => [submitted(), reject()];
export const forwarded = (begun?: Begun): History => [submitted(begun), forward()];
export const approved = (begun?: Begun, ask?: Ask): History => [submitted(begun), approve(ask)];
export const merged = (): History => [approved(), merge()];
export const assessed = (begun?: Begun): History => [approved(begun), completePreparation()];
export const recommended = (begun?: Begun): History => [assessed(begun), recommend()];
export const decidedInCouncil = (begun?: Begun): History => [recommended(begun), approveInCouncil()];
export const procuring = (): History => [decidedInCouncil(), start({ next: 'PROCUREMENT' })];
export const contracted = (): History => [procuring(), recordContract()];
export const started = (ask?: Ask): History => [decidedInCouncil(), start(ask)];
export const wentLive = (ask?: Ask): History => [started(), goLive(ask)];
export const handedOver = (ask?: Ask): History => [wentLive(ask), handOver(ask)];
export const closed = (): History => [handedOver(), close()];
export const paused = (before: History = started()): History => [before, pause()];
export const cancelled = (before: History = started()): History => [before, cancel()];

/** A goal that can be measured. */
export const withGoal = (before: History = approved()): History => [before, setGoal()];

/** On the light track, already at work. */
export const lightWork = (ask?: Ask): History => approved({ content: SMALL }, ask);
/** A small acquisition waiting for the council or its delegate. */
export const smallPurchase = (): History => recommended({ content: PURCHASE });

/** A history that ends in each state. */
export const IN_STATE: Readonly<Record<StateCode, History>> = {
  DRAFT: drafted(),
  MANAGER_REVIEW: submitted(),
  RETURNED: returned(),
  FORWARDED: forwarded(),
  PREPARATION: approved(),
  ASSESSMENT: assessed(),
  COUNCIL: recommended(),
  APPROVED: decidedInCouncil(),
  PROCUREMENT: procuring(),
  EXECUTION: started(),
  INTRODUCTION: wentLive(),
  BENEFIT: handedOver(),
  CLOSED: closed(),
  PAUSED: paused(),
  REJECTED: rejected(),
  CANCELLED: cancelled(),
  MERGED: merged(),
};
