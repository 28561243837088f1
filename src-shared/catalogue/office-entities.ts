// What the office itself keeps: activities, users, settings, saved views, import jobs, drafts.

import { choice, defineEntity, flag, instant, integer, json, longText, reference, text } from './field';

export const activityKinds = ['call', 'visit', 'meeting', 'letter', 'note', 'message'] as const;
export const activityDirections = ['incoming', 'outgoing'] as const;
export const participantRoles = ['subject', 'participant', 'sender', 'recipient'] as const;
export const userStatuses = ['active', 'removed'] as const;

const once = { merge: 'once', required: true } as const;

export const activityEntity = defineEntity({
  key: 'activity',
  subject: null,
  data: 'history',
  kept: 'person',
  fields: {
    kind: choice(1, activityKinds, { required: true }),
    direction: choice(1, activityDirections),
    subject: text(2, { required: true, searchable: true }),
    body: longText(2, { searchable: true }),
    at: instant(1, { required: true, sortable: true }),
    duration_minutes: integer(1),
    outcome: text(2),
    place: text(2),
    author_id: reference('app_user', once),
    external_key: text(1),
    created_at: instant(1, once),
    deleted_at: instant(1, { merge: 'guard' }),
    /** Who wrote it down in a former system, when that is no user of this base. */
    recorded_by: text(1),
  },
});

export const activityPartyEntity = defineEntity({
  key: 'activity_party',
  subject: 'party_id',
  data: 'history',
  kept: 'person',
  fields: {
    activity_id: reference('activity', once),
    party_id: reference('party', once),
    role: choice(1, participantRoles, { required: true }),
    at: instant(1, { derived: true, required: true }),
    kind: choice(1, activityKinds, { derived: true, required: true }),
  },
});

export const appUserEntity = defineEntity({
  key: 'app_user',
  subject: null,
  data: 'staff',
  kept: 'office',
  fields: {
    login: text(1, once),
    display_name: text(1, { required: true }),
    /** The id of a role: one that ships with the product, or an `access_role`. */
    role: text(1, { required: true, merge: 'guard' }),
    status: choice(1, userStatuses, { required: true, merge: 'guard' }),
    created_at: instant(1, once),
    preferences: json(1),
  },
});

export const siteSettingEntity = defineEntity({
  key: 'site_setting',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: { value: json(1, { required: true }) },
});

/** Somebody for whom files that leave the base are encrypted. */
export const exportRecipientEntity = defineEntity({
  key: 'export_recipient',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    name: text(1, once),
    /** An age public key. */
    key: text(1, once),
    added_by: reference('app_user', once),
    added_at: instant(1, once),
  },
});

export const savedViewEntity = defineEntity({
  key: 'saved_view',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    owner_id: reference('app_user', once),
    list: text(1, once),
    name: text(1, { required: true }),
    shared: flag(1, { required: true }),
    definition: json(1, { required: true }),
    created_at: instant(1, once),
  },
});

export const importMappingEntity = defineEntity({
  key: 'import_mapping',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    name: text(1, { required: true }),
    header_key: text(1, once),
    definition: json(1, { required: true }),
    created_at: instant(1, once),
  },
});

/** Unfinished text of a user, kept so that a crash or a lock loses no typing. Never leaves the device. */
export const draftEntity = defineEntity({
  key: 'draft',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    user_id: reference('app_user', { merge: 'local', required: true }),
    key: text(1, { merge: 'local', required: true }),
    value: json(3, { merge: 'local', required: true }),
    saved_at: instant(1, { merge: 'local', required: true }),
  },
});

/** A row that an import refused on this device: its place in the file and why, never what stood in it. */
export const importRejectionEntity = defineEntity({
  key: 'import_rejection',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    job_id: reference('import_job', { merge: 'local', required: true }),
    row: integer(1, { merge: 'local', required: true }),
    reasons: json(1, { merge: 'local', required: true }),
  },
});

/** A row of an import that seemed to be somebody who was there already: never what stood in it. */
export const importLikenessEntity = defineEntity({
  key: 'import_likeness',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    job_id: reference('import_job', { merge: 'local', required: true }),
    row: integer(1, { merge: 'local', required: true }),
    done: choice(1, ['stored', 'updated', 'left-out'], { merge: 'local', required: true }),
    likenesses: json(1, { merge: 'local', required: true }),
  },
});

/** The state of one import on this device: enough to show it, pause it, and go on after a crash. */
export const importJobEntity = defineEntity({
  key: 'import_job',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    user_id: reference('app_user', { merge: 'local', required: true }),
    state: choice(1, ['running', 'paused', 'done', 'cancelled', 'failed'], {
      merge: 'local',
      required: true,
    }),
    file_path: text(2, { merge: 'local', required: true }),
    file_size: integer(1, { merge: 'local', required: true }),
    file_hash: text(1, { merge: 'local', required: true }),
    plan: json(2, { merge: 'local', required: true }),
    progress: json(1, { merge: 'local', required: true }),
    started_at: instant(1, { merge: 'local', required: true }),
    finished_at: instant(1, { merge: 'local' }),
  },
});

/** One piece of long work on this device: what was asked, how far it has come, what came of it. */
export const jobEntity = defineEntity({
  key: 'job',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    kind: text(1, { merge: 'local', required: true }),
    state: choice(1, ['queued', 'running', 'done', 'failed', 'cancelled'], {
      merge: 'local',
      required: true,
    }),
    user_id: reference('app_user', { merge: 'local' }),
    input: json(2, { merge: 'local', required: true }),
    checkpoint: json(2, { merge: 'local' }),
    progress: json(1, { merge: 'local' }),
    result: json(2, { merge: 'local' }),
    failure: json(1, { merge: 'local' }),
    created_at: instant(1, { merge: 'local', required: true }),
    started_at: instant(1, { merge: 'local' }),
    finished_at: instant(1, { merge: 'local' }),
  },
});

/** When a kind of job runs by itself on this device; the id is the kind. */
export const jobScheduleEntity = defineEntity({
  key: 'job_schedule',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    every: choice(1, ['never', 'hourly', 'daily', 'weekly', 'monthly'], {
      merge: 'local',
      required: true,
    }),
    minute_of_day: integer(1, { merge: 'local', required: true }),
    week_day: integer(1, { merge: 'local', required: true }),
    month_day: integer(1, { merge: 'local', required: true }),
    next_run_at: instant(1, { merge: 'local' }),
  },
});

const here = { merge: 'local', required: true } as const;

/** A folder that copies of the base go to, and how many of them stay there. */
export const backupTargetEntity = defineEntity({
  key: 'backup_target',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    path: text(1, here),
    hourly: integer(1, here),
    daily: integer(1, here),
    weekly: integer(1, here),
    monthly: integer(1, here),
    created_at: instant(1, here),
  },
});

/** A copy of the base that this device made and found whole. */
export const backupEntity = defineEntity({
  key: 'backup',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    folder: text(1, here),
    made_at: instant(1, here),
    verified_at: instant(1, here),
    bytes: integer(1, here),
    operations: integer(1, here),
  },
});

/** A copy that was restored on trial, and what was found. */
export const rehearsalEntity = defineEntity({
  key: 'rehearsal',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    folder: text(1, here),
    started_at: instant(1, here),
    finished_at: instant(1, here),
    sound: flag(1, here),
    report: json(1, here),
  },
});

/** An exit drill: the whole base taken out, loaded elsewhere and compared. */
export const exitDrillEntity = defineEntity({
  key: 'exit_drill',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    started_at: instant(1, here),
    finished_at: instant(1, here),
    sound: flag(1, here),
    report: json(1, here),
  },
});
