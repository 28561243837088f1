// The words the sample generators share: what they make, in which script, for which country.

import type { z } from 'zod';
import type { ActivityDraft } from '@shared/features/activities/activity';
import type { PartyDraft } from '@shared/features/parties/party';

/** A party as `parties.create` takes it. */
export type PartyInput = z.input<typeof PartyDraft>;
export type NameInput = PartyInput['names'][number];
export type ContactPointInput = NonNullable<PartyInput['contactPoints']>[number];
export type AddressInput = NonNullable<PartyInput['addresses']>[number];
export type IdentifierInput = NonNullable<PartyInput['identifiers']>[number];
export type OccasionInput = NonNullable<PartyInput['occasions']>[number];
export type PreferenceInput = NonNullable<PartyInput['preferences']>[number];
export type RoleInput = NonNullable<PartyInput['roles']>[number];

/** An activity as `activities.log` takes it, before its parties have ids. `at` is always given. */
export type ActivityInput = Omit<z.input<typeof ActivityDraft>, 'partyIds' | 'at'> & { at: number };

export type Script = 'arabic' | 'persian' | 'latin';
export type Gender = 'female' | 'male';

/** Countries a base can be generated for. */
export const sampleCountries = ['SA', 'AE', 'EG', 'IR'] as const;
export type SampleCountry = (typeof sampleCountries)[number];

/** Where an invented person may live: the four countries, and abroad for some people with Latin names. */
export type Home = SampleCountry | 'GB' | 'FR' | 'US';

export const languageOf = { arabic: 'ar', persian: 'fa', latin: 'en' } as const;
