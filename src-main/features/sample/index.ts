// The public face of sample data: parties, activities and relationships by the million, and the sample office.

export { generateActivities, hubActivityCount, type ActivityOptions, type GeneratedActivity } from './activities';
export { hubPartyIndex } from './block-plan';
export { generateParties, partyKey, type GeneratedParty, type PartyOptions } from './parties';
export { createRandom, type SeededRandom } from './random';
export { generateRelationships, type GeneratedRelationship, type RelationshipOptions } from './relationships';
export { sampleCountries, type ActivityInput, type PartyInput, type SampleCountry } from './types';
export { SAMPLE_ACTIVITIES, SAMPLE_PARTIES, sampleOffice } from './sample-office';
export type {
  SampleActivity,
  SampleDeal,
  SampleLead,
  SampleOffice,
  SampleOfficeOptions,
  SampleParty,
  SampleTask,
  SamplePrivacy,
  SampleRequest,
  SampleRelationship,
  SampleRoleEnd,
  SampleUser,
} from './office/types';
export {
  sampleBooks,
  sampleCategories,
  sampleProducts,
  sampleRates,
  sampleRuleNames,
  sampleTax,
  sampleUnits,
  type SampleProduct,
} from './office/products';
