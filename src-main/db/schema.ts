// The row types of the base, derived from the catalogue; the infrastructure tables are written out.

import type * as c from '../../src-shared/catalogue';
import type { AccessWay } from '../../src-shared/core/reads';

type Value<F> = F extends { choices: readonly (infer C)[] }
  ? C
  : F extends { type: 'integer' | 'instant' | 'flag' }
    ? number
    : string;
type Column<F> = F extends { required: true } ? Value<F> : Value<F> | null;
type Columns<E extends { fields: object }> = {
  [K in keyof E['fields'] & string]: Column<E['fields'][K]>;
};
type Row<E extends { fields: object }> = { id: string } & Columns<E>;

export interface Tables {
  party: Row<typeof c.partyEntity>;
  party_link: Row<typeof c.partyLinkEntity>;
  party_name: Row<typeof c.partyNameEntity>;
  contact_point: Row<typeof c.contactPointEntity>;
  address: Row<typeof c.addressEntity>;
  identifier: Row<typeof c.identifierEntity>;
  party_role: Row<typeof c.partyRoleEntity>;
  role_stage_event: Row<typeof c.roleStageEventEntity>;
  relationship: Row<typeof c.relationshipEntity>;
  occasion: Row<typeof c.occasionEntity>;
  preference: Row<typeof c.preferenceEntity>;
  need: Row<typeof c.needEntity>;
  value_driver: Row<typeof c.valueDriverEntity>;
  duplicate_pair: Row<typeof c.duplicatePairEntity>;
  duplicate_verdict: Row<typeof c.duplicateVerdictEntity>;
  duplicate_scan: Row<typeof c.duplicateScanEntity>;
  quality_rule: Row<typeof c.qualityRuleEntity>;
  export_recipient: Row<typeof c.exportRecipientEntity>;
  quality_wish: Row<typeof c.qualityWishEntity>;
  quality_dismissal: Row<typeof c.qualityDismissalEntity>;
  quality_finding: Row<typeof c.qualityFindingEntity>;
  quality_score: Row<typeof c.qualityScoreEntity>;
  quality_scan: Row<typeof c.qualityScanEntity>;
  activity: Row<typeof c.activityEntity>;
  activity_party: Row<typeof c.activityPartyEntity>;
  measure_unit: Row<typeof c.measureUnitEntity>;
  product_category: Row<typeof c.productCategoryEntity>;
  tax: Row<typeof c.taxEntity>;
  product: Row<typeof c.productEntity>;
  product_component: Row<typeof c.productComponentEntity>;
  price_book: Row<typeof c.priceBookEntity>;
  price_entry: Row<typeof c.priceEntryEntity>;
  price_rule: Row<typeof c.priceRuleEntity>;
  pipeline: Row<typeof c.pipelineEntity>;
  pipeline_stage: Row<typeof c.pipelineStageEntity>;
  loss_reason: Row<typeof c.lossReasonEntity>;
  lead: Row<typeof c.leadEntity>;
  lead_event: Row<typeof c.leadEventEntity>;
  deal: Row<typeof c.dealEntity>;
  deal_party: Row<typeof c.dealPartyEntity>;
  deal_stage_event: Row<typeof c.dealStageEventEntity>;
  deal_pause: Row<typeof c.dealPauseEntity>;
  deal_sum: DealSumRow;
  stage_reach: { stage_id: string; won: number; lost: number };
  forecast_snapshot: Row<typeof c.forecastSnapshotEntity>;
  forecast_line: Row<typeof c.forecastLineEntity>;
  forecast_adjustment: Row<typeof c.forecastAdjustmentEntity>;
  goal: Row<typeof c.goalEntity>;
  task: Row<typeof c.taskEntity>;
  task_event: Row<typeof c.taskEventEntity>;
  number_series: Row<typeof c.numberSeriesEntity>;
  quote: Row<typeof c.quoteEntity>;
  quote_version: Row<typeof c.quoteVersionEntity>;
  quote_event: Row<typeof c.quoteEventEntity>;
  attachment: Row<typeof c.attachmentEntity>;
  sealed_file: Row<typeof c.sealedFileEntity>;
  authority: Row<typeof c.authorityEntity>;
  authority_question: Row<typeof c.authorityQuestionEntity>;
  authority_answer: Row<typeof c.authorityAnswerEntity>;
  emergency_access: Row<typeof c.emergencyAccessEntity>;
  erasure: Row<typeof c.erasureEntity>;
  privacy_request: Row<typeof c.privacyRequestEntity>;
  privacy_mark: Row<typeof c.privacyMarkEntity>;
  retention_rule: Row<typeof c.retentionRuleEntity>;
  retention_finding: Row<typeof c.retentionFindingEntity>;
  app_user: Row<typeof c.appUserEntity>;
  site_setting: Row<typeof c.siteSettingEntity>;
  org_unit: Row<typeof c.orgUnitEntity>;
  org_member: Row<typeof c.orgMemberEntity>;
  stand_in: Row<typeof c.standInEntity>;
  access_role: Row<typeof c.accessRoleEntity>;
  purpose: Row<typeof c.purposeEntity>;
  consent_wording: Row<typeof c.consentWordingEntity>;
  consent_event: Row<typeof c.consentEventEntity>;
  suppression: Row<typeof c.suppressionEntity>;
  saved_view: Row<typeof c.savedViewEntity>;
  import_mapping: Row<typeof c.importMappingEntity>;
  draft: Row<typeof c.draftEntity>;
  import_job: Row<typeof c.importJobEntity>;
  job: Row<typeof c.jobEntity>;
  job_schedule: Row<typeof c.jobScheduleEntity>;
  backup_target: Row<typeof c.backupTargetEntity>;
  backup: Row<typeof c.backupEntity>;
  rehearsal: Row<typeof c.rehearsalEntity>;
  exit_drill: Row<typeof c.exitDrillEntity>;
  import_rejection: Row<typeof c.importRejectionEntity>;
  import_likeness: Row<typeof c.importLikenessEntity>;
  meta: { key: string; value: string };
  current_operation: { one: number; seq: number; erases: number };
  operation: OperationRow;
  change: ChangeRow;
  audit_checkpoint: CheckpointRow;
  access_event: AccessEventRow;
  approval_event: ApprovalEventRow;
  access_subject: { party_id: string; event_seq: number };
  party_doc: {
    rid: number;
    party_id: string;
    kind: string;
    words: string;
    skeletons: string;
    phones: string;
    grams: string;
    emails: string;
    shown_owner_id: string | null;
    unit_id: string | null;
    more_owners: number;
  };
  activity_doc: { rid: number; activity_id: string; words: string };
}

/** Kept by triggers. `span` is the first day of a third of a month; no category of what has ended; no owner is ''. */
export interface DealSumRow {
  state: 'open' | 'won' | 'lost';
  span: string;
  stage_id: string;
  category: string;
  owner_id: string;
  currency: string;
  count: number;
  /** Those of which nobody can say the amount. */
  unknown: number;
  sum: number;
}

export interface OperationRow {
  seq: number;
  id: string;
  device_id: string;
  counter: number;
  hlc: string;
  at: number;
  user_id: string | null;
  actor: string;
  command: string;
  reason: string | null;
  group_id: string | null;
  undoes_id: string | null;
  details: string | null;
  first_change: number | null;
  last_change: number | null;
  changes: number;
  payload_hash: Uint8Array;
  previous_hash: Uint8Array;
  hash: Uint8Array;
  /** Reason and details are hashed under it; null without either, when they were erased, and in operations of before. */
  note_salt: Uint8Array | null;
  /** What is left of erased reason and details. */
  note_hash: Uint8Array | null;
}

export type CheckpointOccasion = 'count' | 'time' | 'unlock' | 'lock' | 'backup' | 'export';

/** Somebody's signature under the state of both chains. */
export interface CheckpointRow {
  seq: number;
  device_id: string;
  user_id: string;
  occasion: CheckpointOccasion;
  at: number;
  operation_seq: number;
  operation_hash: Uint8Array;
  access_seq: number;
  access_hash: Uint8Array;
  previous_hash: Uint8Array;
  public_key: Uint8Array;
  signature: Uint8Array;
}

/** A request for approval, or what became of it. */
export interface ApprovalEventRow {
  seq: number;
  request_id: string;
  step: 'requested' | 'approved' | 'refused' | 'withdrawn' | 'used';
  user_id: string;
  /** Of the hybrid clock, ms UTC. */
  at: number;
  /** Of a request: what is signed, and what exactly is to be done; both canonical JSON. Empty otherwise. */
  body: string;
  exactly: string;
  public_key: Uint8Array | null;
  signature: Uint8Array | null;
  /** By which it was used. */
  operation_id: string | null;
}

/** Who read what about whom; the people are in `access_subject`. */
export interface AccessEventRow {
  seq: number;
  at: number;
  device_id: string;
  user_id: string | null;
  actor: string;
  way: AccessWay;
  /** Name of the operation that answered. */
  operation: string;
  scope: 'people' | 'everyone';
  people: number;
  /** JSON list of `entity.field`. */
  fields: string;
  purpose: string | null;
  /** The operation of the ledger or the job that it was part of. */
  work_id: string | null;
  subjects_hash: Uint8Array;
  hash: Uint8Array;
}

export interface ChangeRow {
  seq: number;
  operation_seq: number;
  entity: string;
  record_id: string;
  party_id: string | null;
  action: 'insert' | 'update' | 'delete';
  old: string | null;
  new: string | null;
  salt: Uint8Array | null;
  hash: Uint8Array | null;
}
