// What the sample office is made of, before anything has an id: parties by key, and everything else pointing at keys.

import type {
  forecastCategories,
  leadSources,
  leadStates,
  taskKinds,
  taskPriorities,
  wordGivers,
} from '@shared/catalogue';
import type { Matter } from '@shared/features/authority/matters';
import type { RepeatRule } from '@shared/features/tasks/repeat';
import type { RelationshipType } from '@shared/features/relationships/relationship-types';
import type { ShippedRole } from '@shared/features/policy/shipped-roles';
import type { Language } from '@shared/locale/language';
import type { ActivityInput, PartyInput, RoleInput } from '../types';

export interface SampleParty {
  readonly key: string;
  readonly draft: PartyInput;
  /** User who looks after the party and its roles. */
  readonly ownerKey: string;
}

export interface SampleRelationship {
  readonly fromKey: string;
  readonly toKey: string;
  readonly type: RelationshipType['key'];
  readonly position?: string;
  readonly note?: string;
  readonly fromOn?: string;
  readonly toOn?: string;
}

export interface SampleAuthority {
  readonly agentKey: string;
  readonly subjectKey: string;
  readonly basis: 'guardian' | 'mandate' | 'spouse';
  readonly matters: readonly Matter[];
  readonly mayAct?: boolean;
  readonly fromOn?: string;
  readonly toOn?: string;
  /** What whoever calls is asked. */
  readonly questions?: readonly { readonly question: string; readonly answer: string }[];
}

/** What somebody asked about their own data. Days count back from today. */
export interface SampleRequest {
  readonly partyKey: string;
  readonly kind: 'access' | 'correct' | 'restrict' | 'object' | 'port' | 'erase';
  readonly receivedOn: string;
  readonly note: string;
  readonly identityCheck?: string;
  readonly closed?: { readonly state: 'done' | 'refused'; readonly outcome: string };
}

/** What the privacy desk has to do and has done. */
export interface SamplePrivacy {
  readonly requests: readonly SampleRequest[];
  readonly holds: readonly { readonly partyKey: string; readonly reason: string }[];
  /** Parties whose numbers nobody contacts again. */
  readonly complained: readonly string[];
  /** Who asked to be erased and was: in no list of the office any more. */
  readonly gone: { readonly draft: PartyInput; readonly request: Omit<SampleRequest, 'partyKey' | 'kind'> };
  /** The user who approved it as the second person. */
  readonly approverKey: string;
}

export interface SampleActivity {
  readonly draft: ActivityInput;
  /** The first is the subject. */
  readonly partyKeys: readonly string[];
  /** User who logged it. */
  readonly authorKey: string;
}

/** A member of staff; also a party of the same key with the role of employee. */
export interface SampleUser {
  readonly key: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: ShippedRole;
  readonly language: Language;
}

/** A role that has ended, for `roles.end`. */
export interface SampleRoleEnd {
  readonly partyKey: string;
  readonly roleType: RoleInput['type'];
  readonly endedOn: string;
  readonly reason: string;
  readonly winBackOn: string | null;
}

/** A deal of the pipeline 'policies', with the way it came. */
export interface SampleDeal {
  readonly partyKey: string;
  readonly ownerKey: string;
  readonly title: string;
  /** Whole units of the office's currency. */
  readonly amount: number | null;
  readonly expectedOn: string | null;
  readonly category: (typeof forecastCategories)[number];
  readonly nextStep: string | null;
  /** In order of time; `stage` counts from the first one, `reason` is the place of the reason for a loss. */
  readonly moves: readonly { readonly stage: number; readonly at: number; readonly reason: number | null }[];
  /** It rests since then. */
  readonly rest: { readonly from: number; readonly reason: string } | null;
  readonly deciderKey: string | null;
}

/** Somebody showed interest, and what became of it. */
export interface SampleLead {
  readonly partyKey: string;
  /** Nobody has taken it up yet. */
  readonly ownerKey: string | null;
  readonly interest: string | null;
  readonly source: (typeof leadSources)[number];
  /** Whole units of the office's currency. */
  readonly amount: number | null;
  readonly receivedAt: number;
  /** In order of time; `reason` is the place of the reason for which it came to nothing. */
  readonly steps: readonly {
    readonly toState: (typeof leadStates)[number];
    readonly at: number;
    /** Logged as a call, where it was one. */
    readonly call: string | null;
    readonly reason: number | null;
  }[];
}

/** What is to be done or was promised, and what became of it. */
export interface SampleTask {
  readonly partyKey: string | null;
  /** Null: of whoever opens the office. */
  readonly ownerKey: string | null;
  readonly title: string;
  readonly kind: (typeof taskKinds)[number];
  readonly priority: (typeof taskPriorities)[number];
  readonly word: (typeof wordGivers)[number] | null;
  readonly repeat: RepeatRule | null;
  readonly due: { readonly on: string; readonly minutes: number | null } | null;
  readonly madeAt: number;
  /** It was due two days earlier before. */
  readonly moved: { readonly at: number; readonly reason: string } | null;
  readonly ended: { readonly kind: 'done' | 'broken'; readonly at: number } | null;
}

export interface SampleOffice {
  readonly users: readonly SampleUser[];
  readonly parties: readonly SampleParty[];
  readonly relationships: readonly SampleRelationship[];
  readonly roleEnds: readonly SampleRoleEnd[];
  readonly authorities: readonly SampleAuthority[];
  readonly leads: readonly SampleLead[];
  readonly deals: readonly SampleDeal[];
  readonly privacy: SamplePrivacy;
  readonly tasks: readonly SampleTask[];
  /** In order of time. */
  readonly activities: readonly SampleActivity[];
}

export interface SampleOfficeOptions {
  /** ms UTC; ages, due dates and the history are laid out before it. */
  readonly now: number;
  readonly seed: number;
}
