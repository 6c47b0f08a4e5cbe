import { unitOf } from '../../../domain/organisation/lookup.ts';
import { own, type Unit } from '../../../domain/organisation/organisation.ts';
import type { Reply } from '../../app/turn.ts';
import { channelLinkedCard } from '../../cards/channelLinkedCard.ts';
import { chooseUnitCard } from '../../cards/chooseUnitCard.ts';
import { unitsNamed } from '../answers/units.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { idOf, nameOf, textOf } from '../inputs.ts';
import { notice, refusalReply, unitChoices } from '../look.ts';

/** "@Färdplan koppla till …": ties this channel to a department, so that its coaches work here. */
export const linkChannel: Handler = async (ask, deps) => {
  const { actor, texts, turn } = ask;
  if (turn.scope !== 'channel') return notice('only-in-channel', texts, deps);
  const meant = unitsMeant(ask, deps);
  const departments = meant.filter(({ kind }) => kind === 'department');
  const [unit, ...others] = departments.length > 0 ? departments : meant;
  if (!unit || others.length > 0) return choose(meant, ask, deps);
  const { id: channel, team } = turn.conversation;
  const outcome = await deps.handleOrganisation(
    { type: 'LinkChannel', channel, unit: unit.id, ...(team?.name && { name: team.name }) },
    operationOf(ask, deps),
    actor,
  );
  if (!outcome.ok) return refusalReply({ code: outcome.refusal }, texts, deps);
  return answer(unit, true, ask, deps);
};

/** Nothing new comes to the channel from now on. */
export const unlinkChannel: Handler = async (ask, deps) => {
  const { actor, texts, turn } = ask;
  if (turn.scope !== 'channel') return notice('only-in-channel', texts, deps);
  const organisation = deps.casebook.organisation();
  const channel = turn.conversation.id;
  const link = own(organisation.channels, channel);
  const order = { type: 'UnlinkChannel', channel } as const;
  const outcome = await deps.handleOrganisation(order, operationOf(ask, deps), actor);
  if (!outcome.ok) return refusalReply({ code: outcome.refusal }, texts, deps);
  return answer(link && unitOf(organisation, link.unit), false, ask, deps);
};

const operationOf = ({ data }: Ask, { newId }: Deps): string => idOf(data, 'op') ?? newId();

/** One chosen from a list, or those that fit what was written. */
function unitsMeant({ data }: Ask, deps: Deps): readonly Unit[] {
  const organisation = deps.casebook.organisation();
  const chosen = textOf(data, 'unit');
  if (chosen === undefined) return unitsNamed(organisation, textOf(data, 'text') ?? '');
  const unit = unitOf(organisation, chosen);
  return unit ? [unit] : [];
}

function answer(unit: Unit | undefined, linked: boolean, { texts, turn }: Ask, deps: Deps): Reply {
  const unitName = unit?.name ?? '';
  return {
    card: channelLinkedCard(
      {
        unitName,
        linked,
        op: deps.newId(),
        channel: turn.conversation.id,
        ...(unit && { unit: unit.id }),
      },
      texts,
    ),
    summary: texts.t(linked ? 'cards.channel.linked' : 'cards.channel.unlinked', { unit: unitName }),
  };
}

function choose(meant: readonly Unit[], { texts, data }: Ask, deps: Deps): Reply {
  const all = unitChoices(deps.casebook.organisation());
  const units = meant.length > 0 ? all.filter(({ id }) => meant.some((unit) => unit.id === id)) : all;
  const question = texts.t(meant.length > 0 ? 'cards.channel.which' : 'cards.channel.which-any', {
    name: nameOf(data),
  });
  const op = deps.newId();
  return {
    card: chooseUnitCard({ verb: 'link-channel', question, units, op, data: { op } }, texts),
    summary: question,
  };
}
