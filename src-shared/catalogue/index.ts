// The catalogue: every entity and field of the product, declared once. Triggers, masks, forms, lists and exports read it.

import type { DataCategory, Entity, Field, KeyClass } from './field';
import * as access from './access-entities';
import * as attachments from './attachment-entities';
import * as authority from './authority-entities';
import * as duplicates from './duplicate-entities';
import * as emergencies from './emergency-entities';
import * as erasures from './erasure-entities';
import * as forecasts from './forecast-entities';
import * as leads from './lead-entities';
import * as office from './office-entities';
import * as people from './party-entities';
import * as privacy from './privacy-entities';
import * as products from './product-entities';
import * as quality from './quality-entities';
import * as quotes from './quote-entities';
import * as sales from './sales-entities';
import * as tasks from './task-entities';

export { dataCategories, keptTimes, keyClasses } from './field';
export type { DataCategory, Entity, Field, FieldType, KeptTime, KeyClass, MergeClass, PrivacyClass } from './field';
export * from './access-entities';
export * from './attachment-entities';
export * from './authority-entities';
export * from './duplicate-entities';
export * from './emergency-entities';
export * from './erasure-entities';
export * from './forecast-entities';
export * from './lead-entities';
export * from './office-entities';
export * from './party-entities';
export * from './privacy-entities';
export * from './product-entities';
export * from './quality-entities';
export * from './quote-entities';
export * from './sales-entities';
export * from './task-entities';

/** In the order in which a row may refer to rows of those before it. */
export const catalogue: readonly Entity[] = [
  office.appUserEntity,
  office.siteSettingEntity,
  access.orgUnitEntity,
  access.orgMemberEntity,
  access.standInEntity,
  access.accessRoleEntity,
  people.partyEntity,
  people.partyLinkEntity,
  people.partyNameEntity,
  people.contactPointEntity,
  people.addressEntity,
  people.identifierEntity,
  people.partyRoleEntity,
  people.roleStageEventEntity,
  people.relationshipEntity,
  people.occasionEntity,
  people.preferenceEntity,
  people.needEntity,
  people.valueDriverEntity,
  duplicates.duplicatePairEntity,
  duplicates.duplicateVerdictEntity,
  duplicates.duplicateScanEntity,
  quality.qualityRuleEntity,
  quality.qualityWishEntity,
  quality.qualityDismissalEntity,
  quality.qualityFindingEntity,
  quality.qualityScoreEntity,
  quality.qualityScanEntity,
  office.activityEntity,
  office.activityPartyEntity,
  products.measureUnitEntity,
  products.productCategoryEntity,
  products.taxEntity,
  products.productEntity,
  products.productComponentEntity,
  products.priceBookEntity,
  products.priceEntryEntity,
  products.priceRuleEntity,
  sales.pipelineEntity,
  sales.pipelineStageEntity,
  sales.lossReasonEntity,
  leads.leadEntity,
  leads.leadEventEntity,
  sales.dealEntity,
  sales.dealPartyEntity,
  sales.dealStageEventEntity,
  sales.dealPauseEntity,
  forecasts.forecastSnapshotEntity,
  forecasts.forecastLineEntity,
  forecasts.forecastAdjustmentEntity,
  forecasts.goalEntity,
  tasks.taskEntity,
  tasks.taskEventEntity,
  quotes.numberSeriesEntity,
  quotes.quoteEntity,
  quotes.quoteVersionEntity,
  quotes.quoteEventEntity,
  attachments.attachmentEntity,
  attachments.sealedFileEntity,
  emergencies.emergencyAccessEntity,
  privacy.purposeEntity,
  privacy.consentWordingEntity,
  privacy.consentEventEntity,
  privacy.suppressionEntity,
  authority.authorityEntity,
  authority.authorityQuestionEntity,
  authority.authorityAnswerEntity,
  erasures.erasureEntity,
  erasures.privacyRequestEntity,
  erasures.privacyMarkEntity,
  erasures.retentionRuleEntity,
  erasures.retentionFindingEntity,
  office.exportRecipientEntity,
  office.savedViewEntity,
  office.importMappingEntity,
  office.draftEntity,
  office.importJobEntity,
  office.jobEntity,
  office.jobScheduleEntity,
  office.backupTargetEntity,
  office.backupEntity,
  office.rehearsalEntity,
  office.exitDrillEntity,
  office.importRejectionEntity,
  office.importLikenessEntity,
];

/** Entities whose every write goes through the ledger; the rest never leave the device and carry no history. */
export const ledgerEntities: readonly Entity[] = catalogue.filter((entity) => !isLocal(entity));

/** What leaves the base when everything does: all that is about people and the office, nothing that is this device's own. */
export const exportedEntities: readonly Entity[] = ledgerEntities;

/** The fields of an entity that may be seen outside the base: all but keys and names of sealed files. */
export const shownFieldsOf = ({ fields }: Entity): readonly (readonly [string, Field])[] =>
  Object.entries(fields).filter(([, field]) => field.secret !== true);

/** Fields that a site may seal, as `entity.field`. */
export const sealableFields: readonly { readonly key: `${string}.${string}`; readonly class: KeyClass }[] =
  catalogue.flatMap(({ key, fields }) =>
    Object.entries(fields).flatMap(([name, { sealable }]) =>
      sealable === undefined ? [] : [{ key: `${key}.${name}` as const, class: sealable }],
    ),
  );

export function isLocal(entity: Entity): boolean {
  return Object.values(entity.fields).every((field) => field.merge === 'local');
}

export function entityOf(key: string): Entity {
  const entity = catalogue.find((candidate) => candidate.key === key);
  if (entity === undefined) throw new Error(`the catalogue has no entity ${key}`);
  return entity;
}

/** Of class 3: seen whole by few, and every look at it is written down. A field that the catalogue does not know counts as such. */
export const isSensitive = (entityKey: string, field: string): boolean =>
  (catalogue.find(({ key }) => key === entityKey)?.fields[field]?.privacy ?? 3) === 3;

/** The columns a ledger trigger captures: all but the derived ones. */
export function capturedFields(entity: Entity): readonly string[] {
  return Object.entries(entity.fields)
    .filter(([, field]) => field.derived !== true)
    .map(([name]) => name);
}

/** What a field tells: its own category, that of the field it repeats, or its entity's. */
export function categoryOf(entity: Entity, name: string): DataCategory {
  const field = entity.fields[name];
  if (field?.data !== undefined) return field.data;
  if (field?.of === undefined) return entity.data;
  const [first, second] = field.of.split('.') as [string, string | undefined];
  return second === undefined ? categoryOf(entity, first) : categoryOf(entityOf(first), second);
}
