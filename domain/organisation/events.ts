import type {
  ChannelLink,
  FailedMessage,
  PersonId,
  RoleHolder,
  Substitute,
  Unit,
  Vacancy,
} from './organisation.ts';

type Fact = { readonly by: PersonId; readonly at: string };

export type OrganisationEvent =
  | (Fact & { readonly type: 'UnitPlaced'; readonly unit: Unit })
  | (Fact & { readonly type: 'RoleHolderAppointed'; readonly holder: RoleHolder })
  | (Fact & { readonly type: 'RoleHolderEnded'; readonly holder: string; readonly to: string })
  | (Fact & { readonly type: 'SubstituteSet'; readonly holder: string; readonly substitute: Substitute })
  | (Fact & { readonly type: 'VacancyNoted'; readonly vacancy: Vacancy })
  | (Fact & { readonly type: 'ChannelLinked'; readonly link: ChannelLink })
  | (Fact & { readonly type: 'ChannelUnlinked'; readonly channel: string })
  | (Fact & { readonly type: 'PersonAnonymised'; readonly person: PersonId })
  | (Fact & { readonly type: 'MessagesPutAway'; readonly messages: readonly FailedMessage[] });
