-- The schema of a migrated base, for reading and for comparing. Generated; never edited by hand.
-- After a new migration or a change to the catalogue: DIWAN_UPDATE=1 npx vitest run --config tests/vitest.config.ts tests/system/schema.test.ts

CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE current_operation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL
, erases INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE operation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device_id TEXT NOT NULL,
  counter INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  at INTEGER NOT NULL,
  user_id TEXT,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  reason TEXT,
  group_id TEXT,
  undoes_id TEXT,
  details TEXT,
  first_change INTEGER,
  last_change INTEGER,
  changes INTEGER NOT NULL,
  payload_hash BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL, note_salt BLOB, note_hash BLOB,
  UNIQUE (device_id, counter)
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  operation_seq INTEGER NOT NULL,
  entity TEXT NOT NULL,
  record_id TEXT NOT NULL,
  party_id TEXT,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  old TEXT,
  new TEXT,
  salt BLOB,
  hash BLOB
) STRICT;

CREATE TABLE app_user (
  id TEXT PRIMARY KEY NOT NULL, login TEXT NOT NULL, display_name TEXT NOT NULL, role TEXT NOT NULL,
  status TEXT NOT NULL, created_at INTEGER NOT NULL, preferences TEXT
) STRICT;

CREATE TABLE site_setting (id TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;

CREATE TABLE party (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, language TEXT, owner_id TEXT, gender TEXT,
  birth_on TEXT, birth_calendar TEXT, birth_text TEXT, death_on TEXT, nationality TEXT, legal_form TEXT, industry TEXT,
  group_kind TEXT, note TEXT, external_key TEXT, ext TEXT NOT NULL, created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL, deleted_at INTEGER,
  display_name TEXT NOT NULL, sort_ar TEXT NOT NULL, sort_fa TEXT NOT NULL, sort_en TEXT NOT NULL,
  updated_at INTEGER NOT NULL, last_activity_at INTEGER,
  primary_phone TEXT, primary_email TEXT, city TEXT, city_key TEXT, role_types TEXT NOT NULL
, root_id TEXT, shown_owner_id TEXT, shown_language TEXT, unit_id TEXT, more_owners INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE party_name (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, prefix TEXT, given TEXT,
  father TEXT, grandfather TEXT, family TEXT, kunya TEXT, nickname TEXT, position INTEGER NOT NULL,
  from_on TEXT, to_on TEXT
) STRICT;

CREATE TABLE contact_point (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT, value TEXT NOT NULL,
  preferred INTEGER NOT NULL, do_not_use INTEGER NOT NULL, note TEXT, position INTEGER NOT NULL,
  from_on TEXT, to_on TEXT, normal TEXT NOT NULL
) STRICT;

CREATE TABLE address (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, lines TEXT, building TEXT, district TEXT,
  city TEXT, province TEXT, postcode TEXT, country TEXT, landmark TEXT, position INTEGER NOT NULL,
  from_on TEXT, to_on TEXT
) STRICT;

CREATE TABLE identifier (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL, issuer TEXT,
  expires_on TEXT, normal TEXT NOT NULL
) STRICT;

CREATE TABLE party_role (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, type TEXT NOT NULL, owner_id TEXT, deputy_id TEXT, terms TEXT,
  started_on TEXT, ended_on TEXT, end_reason TEXT, win_back_on TEXT, stage TEXT NOT NULL
) STRICT;

CREATE TABLE role_stage_event (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, role_id TEXT NOT NULL, from_stage TEXT, to_stage TEXT NOT NULL,
  at INTEGER NOT NULL, by_id TEXT NOT NULL, reason TEXT
) STRICT;

CREATE TABLE relationship (
  id TEXT PRIMARY KEY NOT NULL, from_party_id TEXT NOT NULL, to_party_id TEXT NOT NULL, type TEXT NOT NULL,
  position TEXT, note TEXT, from_on TEXT, to_on TEXT
) STRICT;

CREATE TABLE occasion (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, calendar TEXT NOT NULL, year INTEGER,
  month INTEGER NOT NULL, day INTEGER NOT NULL, label TEXT, remind_days INTEGER
) STRICT;

CREATE TABLE preference (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL
) STRICT;

CREATE TABLE activity (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, direction TEXT, subject TEXT NOT NULL, body TEXT,
  at INTEGER NOT NULL, duration_minutes INTEGER, outcome TEXT, place TEXT, author_id TEXT NOT NULL,
  external_key TEXT, created_at INTEGER NOT NULL, deleted_at INTEGER
, recorded_by TEXT) STRICT;

CREATE TABLE activity_party (
  id TEXT PRIMARY KEY NOT NULL, activity_id TEXT NOT NULL, party_id TEXT NOT NULL, role TEXT NOT NULL,
  at INTEGER NOT NULL, kind TEXT NOT NULL
) STRICT;

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY NOT NULL, owner_id TEXT NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL, shared INTEGER NOT NULL,
  definition TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, header_key TEXT NOT NULL, definition TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY NOT NULL, user_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, saved_at INTEGER NOT NULL,
  UNIQUE (user_id, key)
) STRICT;

CREATE TABLE import_job (
  id TEXT PRIMARY KEY NOT NULL, user_id TEXT NOT NULL, state TEXT NOT NULL, file_path TEXT NOT NULL,
  file_size INTEGER NOT NULL, file_hash TEXT NOT NULL, plan TEXT NOT NULL, progress TEXT NOT NULL,
  started_at INTEGER NOT NULL, finished_at INTEGER
) STRICT;

CREATE TABLE party_doc (
  rid INTEGER PRIMARY KEY,
  party_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  skeletons TEXT NOT NULL,
  phones TEXT NOT NULL,
  grams TEXT NOT NULL,
  emails TEXT NOT NULL
, shown_owner_id TEXT, unit_id TEXT, more_owners INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE VIRTUAL TABLE party_words USING fts5 (
  words, skeletons, content = 'party_doc', content_rowid = 'rid',
  tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3 4 5', detail = column
);

CREATE VIRTUAL TABLE party_phones USING fts5 (
  grams, content = 'party_doc', content_rowid = 'rid', tokenize = "unicode61 remove_diacritics 0", detail = none
);

CREATE VIRTUAL TABLE party_emails USING fts5 (
  emails, content = 'party_doc', content_rowid = 'rid', tokenize = 'trigram', detail = none
);

CREATE TABLE activity_doc (
  rid INTEGER PRIMARY KEY,
  activity_id TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE activity_words USING fts5 (
  words, content = 'activity_doc', content_rowid = 'rid',
  tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3', detail = none
);

CREATE TABLE party_link (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, to_party_id TEXT NOT NULL, choices TEXT NOT NULL, reason TEXT,
  evidence TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL, ended_at INTEGER, ended_by TEXT
) STRICT;

CREATE TABLE job (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, user_id TEXT, input TEXT NOT NULL,
  checkpoint TEXT, progress TEXT, result TEXT, failure TEXT,
  created_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER
) STRICT;

CREATE TABLE job_schedule (
  id TEXT PRIMARY KEY NOT NULL, every TEXT NOT NULL, minute_of_day INTEGER NOT NULL, week_day INTEGER NOT NULL,
  month_day INTEGER NOT NULL, next_run_at INTEGER
) STRICT;

CREATE TABLE duplicate_pair (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, other_party_id TEXT NOT NULL, band TEXT NOT NULL,
  weight INTEGER NOT NULL, scan_id TEXT NOT NULL, found_at INTEGER NOT NULL
) STRICT;

CREATE TABLE duplicate_verdict (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, other_party_id TEXT NOT NULL, verdict TEXT NOT NULL,
  at INTEGER NOT NULL, by_id TEXT NOT NULL
) STRICT;

CREATE TABLE duplicate_scan (
  id TEXT PRIMARY KEY NOT NULL, scan_id TEXT NOT NULL, finished_at INTEGER NOT NULL, through_change INTEGER NOT NULL,
  parties INTEGER NOT NULL, names TEXT NOT NULL
) STRICT;

CREATE TABLE backup_target (
  id TEXT PRIMARY KEY NOT NULL, path TEXT NOT NULL, hourly INTEGER NOT NULL, daily INTEGER NOT NULL,
  weekly INTEGER NOT NULL, monthly INTEGER NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE backup (
  id TEXT PRIMARY KEY NOT NULL, folder TEXT NOT NULL, made_at INTEGER NOT NULL, verified_at INTEGER NOT NULL,
  bytes INTEGER NOT NULL, operations INTEGER NOT NULL
) STRICT;

CREATE TABLE rehearsal (
  id TEXT PRIMARY KEY NOT NULL, folder TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL,
  sound INTEGER NOT NULL, report TEXT NOT NULL
) STRICT;

CREATE TABLE import_rejection (
  id TEXT PRIMARY KEY NOT NULL, job_id TEXT NOT NULL, row INTEGER NOT NULL, reasons TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT, activity_id TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, label TEXT,
  media_type TEXT NOT NULL, bytes INTEGER NOT NULL, added_at INTEGER NOT NULL, added_by TEXT NOT NULL, deleted_at INTEGER,
  blob TEXT NOT NULL, content TEXT NOT NULL, sealed_for TEXT NOT NULL, file_key TEXT NOT NULL,
  thumb_blob TEXT, thumb_key TEXT
) STRICT;

CREATE TABLE sealed_file (
  id TEXT PRIMARY KEY NOT NULL, bytes INTEGER NOT NULL, stored_at INTEGER NOT NULL, erased_at INTEGER
) STRICT;

CREATE TABLE import_likeness (
  id TEXT PRIMARY KEY NOT NULL, job_id TEXT NOT NULL, row INTEGER NOT NULL, done TEXT NOT NULL, likenesses TEXT NOT NULL
) STRICT;

CREATE TABLE exit_drill (
  id TEXT PRIMARY KEY NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL,
  sound INTEGER NOT NULL, report TEXT NOT NULL
) STRICT;

CREATE TABLE quality_rule (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, severity TEXT NOT NULL, owner_id TEXT, active INTEGER NOT NULL,
  definition TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE quality_wish (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, weight INTEGER NOT NULL, definition TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE quality_dismissal (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, rule_id TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
  by_id TEXT NOT NULL
) STRICT;

CREATE TABLE quality_finding (
  id TEXT PRIMARY KEY NOT NULL, judged_by TEXT NOT NULL, party_id TEXT NOT NULL, record_id TEXT, evidence TEXT
) STRICT;

CREATE TABLE quality_score (id TEXT PRIMARY KEY NOT NULL, score INTEGER NOT NULL) STRICT;

CREATE TABLE quality_scan (
  id TEXT PRIMARY KEY NOT NULL, finished_at INTEGER NOT NULL, through_change INTEGER NOT NULL, day TEXT NOT NULL,
  rules_mark TEXT NOT NULL, parties INTEGER NOT NULL, averages TEXT NOT NULL
) STRICT;

CREATE TABLE audit_checkpoint (
  seq INTEGER PRIMARY KEY,
  device_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  occasion TEXT NOT NULL CHECK (occasion IN ('count', 'time', 'unlock', 'lock', 'backup', 'export')),
  at INTEGER NOT NULL,
  operation_seq INTEGER NOT NULL,
  operation_hash BLOB NOT NULL,
  access_seq INTEGER NOT NULL,
  access_hash BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  public_key BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

CREATE TABLE access_event (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  device_id TEXT NOT NULL,
  user_id TEXT,
  actor TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('open', 'list', 'search', 'report', 'export', 'print')),
  operation TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('people', 'everyone')),
  people INTEGER NOT NULL,
  fields TEXT NOT NULL,
  purpose TEXT,
  work_id TEXT,
  subjects_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE access_subject (
  party_id TEXT NOT NULL,
  event_seq INTEGER NOT NULL,
  PRIMARY KEY (party_id, event_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE org_unit (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, parent_id TEXT, manager_id TEXT, deputy_id TEXT,
  cities TEXT, from_on TEXT, to_on TEXT, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE org_member (
  id TEXT PRIMARY KEY NOT NULL, unit_id TEXT NOT NULL, user_id TEXT NOT NULL, from_on TEXT, to_on TEXT
) STRICT;

CREATE TABLE stand_in (
  id TEXT PRIMARY KEY NOT NULL, for_id TEXT NOT NULL, by_id TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT,
  reason TEXT, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE access_role (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, policy TEXT NOT NULL, created_at INTEGER NOT NULL, retired_at INTEGER
) STRICT;

CREATE TABLE purpose (
  id TEXT PRIMARY KEY NOT NULL, names TEXT, basis TEXT NOT NULL, balancing TEXT, categories TEXT NOT NULL,
  active INTEGER NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE consent_wording (
  id TEXT PRIMARY KEY NOT NULL, purpose_id TEXT NOT NULL, language TEXT NOT NULL, version INTEGER NOT NULL,
  text TEXT NOT NULL, created_at INTEGER NOT NULL, created_by TEXT NOT NULL
) STRICT;

CREATE TABLE consent_event (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, purpose_id TEXT NOT NULL, channel TEXT NOT NULL, brand TEXT,
  action TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL, source TEXT NOT NULL, given_by TEXT,
  wording_id TEXT, evidence TEXT, attachment_id TEXT
) STRICT;

CREATE TABLE suppression (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, hash TEXT NOT NULL, reason TEXT NOT NULL, created_at INTEGER NOT NULL,
  by_id TEXT
) STRICT;

CREATE TABLE authority (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, agent_id TEXT NOT NULL, basis TEXT NOT NULL, stance TEXT NOT NULL,
  matters TEXT NOT NULL, may_be_told INTEGER NOT NULL, may_act INTEGER NOT NULL, from_on TEXT, to_on TEXT,
  attachment_id TEXT, note TEXT, disputed_at INTEGER, dispute_note TEXT,
  withdrawn_at INTEGER, withdrawn_by TEXT, withdrawn_reason TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL
) STRICT;

CREATE TABLE authority_question (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, authority_id TEXT, question TEXT NOT NULL,
  answer_hash TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE authority_answer (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, caller_id TEXT NOT NULL, question_id TEXT NOT NULL,
  is_right INTEGER NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL
) STRICT;

CREATE TABLE privacy_request (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT, kind TEXT NOT NULL, received_on TEXT NOT NULL, due_on TEXT NOT NULL,
  state TEXT NOT NULL, identity_check TEXT, note TEXT, outcome TEXT, created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL, approved_at INTEGER, approved_by TEXT, closed_at INTEGER, closed_by TEXT, erasure_id TEXT
) STRICT;

CREATE TABLE privacy_mark (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
  by_id TEXT NOT NULL, ended_at INTEGER, ended_by TEXT
) STRICT;

CREATE TABLE erasure (
  id TEXT PRIMARY KEY NOT NULL, mode TEXT NOT NULL, at INTEGER NOT NULL, asked_by TEXT, approved_by TEXT,
  request_id TEXT, party_ids TEXT NOT NULL, counts TEXT NOT NULL, copies TEXT NOT NULL, language TEXT
) STRICT;

CREATE TABLE retention_rule (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, role TEXT, event TEXT NOT NULL, months INTEGER NOT NULL,
  action TEXT NOT NULL, binding INTEGER NOT NULL, source TEXT, active INTEGER NOT NULL, created_at INTEGER NOT NULL
, about TEXT NOT NULL DEFAULT 'person') STRICT;

CREATE TABLE retention_finding (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, rule_id TEXT NOT NULL, due_on TEXT NOT NULL,
  found_at INTEGER NOT NULL
, things INTEGER) STRICT;

CREATE TABLE approval_event (
  seq INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('requested', 'approved', 'refused', 'withdrawn', 'used')),
  user_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  exactly TEXT NOT NULL DEFAULT '',
  public_key BLOB,
  signature BLOB,
  operation_id TEXT
) STRICT;

CREATE TABLE export_recipient (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, added_by TEXT NOT NULL, added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pipeline (
  id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, currency TEXT NOT NULL, position INTEGER NOT NULL,
  active INTEGER NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pipeline_stage (
  id TEXT PRIMARY KEY NOT NULL, pipeline_id TEXT NOT NULL, names TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL,
  odds INTEGER NOT NULL, rot_days INTEGER, needs TEXT NOT NULL, criteria TEXT NOT NULL, active INTEGER NOT NULL
) STRICT;

CREATE TABLE loss_reason (
  id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, position INTEGER NOT NULL, active INTEGER NOT NULL
, about TEXT NOT NULL DEFAULT 'deal') STRICT;

CREATE TABLE deal (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, pipeline_id TEXT NOT NULL, title TEXT NOT NULL,
  amount INTEGER, currency TEXT NOT NULL, expected_on TEXT, category TEXT NOT NULL, owner_id TEXT,
  next_step TEXT, note TEXT, external_key TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL, deleted_at INTEGER,
  stage_id TEXT NOT NULL, state TEXT NOT NULL, stage_at INTEGER NOT NULL
, lead_id TEXT) STRICT;

CREATE TABLE deal_party (
  id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, role TEXT NOT NULL,
  influence INTEGER, attitude TEXT, note TEXT
) STRICT;

CREATE TABLE deal_stage_event (
  id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, from_stage_id TEXT, to_stage_id TEXT NOT NULL,
  at INTEGER NOT NULL, by_id TEXT NOT NULL, loss_reason_id TEXT, reason TEXT, amount INTEGER, currency TEXT NOT NULL
) STRICT;

CREATE TABLE deal_pause (
  id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, from_at INTEGER NOT NULL, to_at INTEGER,
  reason TEXT, by_id TEXT NOT NULL
) STRICT;

CREATE TABLE emergency_access (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, user_id TEXT NOT NULL, reason TEXT NOT NULL, words TEXT NOT NULL,
  at INTEGER NOT NULL, until INTEGER NOT NULL, ended_at INTEGER,
  verdict TEXT, reviewed_at INTEGER, reviewed_by TEXT, review_words TEXT
) STRICT;

CREATE TABLE measure_unit (
  id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, base_id TEXT, factor_part INTEGER NOT NULL, factor_of INTEGER NOT NULL,
  active INTEGER NOT NULL
) STRICT;

CREATE TABLE product_category (
  id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, parent_id TEXT, position INTEGER NOT NULL, active INTEGER NOT NULL
) STRICT;

CREATE TABLE tax (
  id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, included INTEGER NOT NULL, rates TEXT NOT NULL, unit_id TEXT,
  active INTEGER NOT NULL
) STRICT;

CREATE TABLE product (
  id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, names TEXT NOT NULL, descriptions TEXT, category_id TEXT,
  unit_id TEXT, tax_ids TEXT NOT NULL, steps TEXT NOT NULL, active INTEGER NOT NULL, external_key TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE product_component (
  id TEXT PRIMARY KEY NOT NULL, bundle_id TEXT NOT NULL, product_id TEXT NOT NULL, quantity INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE price_book (
  id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, currency TEXT NOT NULL, from_on TEXT, to_on TEXT, is_default INTEGER NOT NULL,
  rounding TEXT NOT NULL, active INTEGER NOT NULL
) STRICT;

CREATE TABLE price_entry (
  id TEXT PRIMARY KEY NOT NULL, book_id TEXT NOT NULL, product_id TEXT NOT NULL, from_quantity INTEGER NOT NULL,
  price INTEGER NOT NULL
) STRICT;

CREATE TABLE price_rule (
  id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, condition TEXT NOT NULL, effect TEXT NOT NULL, priority INTEGER NOT NULL,
  from_on TEXT, to_on TEXT, ends INTEGER NOT NULL, active INTEGER NOT NULL
) STRICT;

CREATE TABLE deal_sum (
  state TEXT NOT NULL, span TEXT NOT NULL, stage_id TEXT NOT NULL, category TEXT NOT NULL, owner_id TEXT NOT NULL,
  currency TEXT NOT NULL, count INTEGER NOT NULL, unknown INTEGER NOT NULL, sum INTEGER NOT NULL,
  PRIMARY KEY (state, span, stage_id, category, owner_id, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_reach (
  stage_id TEXT PRIMARY KEY NOT NULL, won INTEGER NOT NULL, lost INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE forecast_snapshot (
  id TEXT PRIMARY KEY NOT NULL, taken_on TEXT NOT NULL, at INTEGER NOT NULL, through_change INTEGER NOT NULL, odds TEXT NOT NULL
) STRICT;

CREATE TABLE forecast_line (
  id TEXT PRIMARY KEY NOT NULL, deal_id TEXT NOT NULL, party_id TEXT NOT NULL, taken_on TEXT NOT NULL, stage_id TEXT NOT NULL,
  state TEXT NOT NULL, category TEXT NOT NULL, owner_id TEXT, amount INTEGER, currency TEXT NOT NULL, counts_on TEXT
) STRICT;

CREATE TABLE forecast_adjustment (
  id TEXT PRIMARY KEY NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL, figure TEXT NOT NULL, pipeline_id TEXT, owner_id TEXT,
  currency TEXT NOT NULL, delta INTEGER NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT NOT NULL
) STRICT;

CREATE TABLE goal (
  id TEXT PRIMARY KEY NOT NULL, owner_id TEXT, unit_id TEXT, metric TEXT NOT NULL, calendar TEXT NOT NULL, from_on TEXT NOT NULL,
  to_on TEXT NOT NULL, target INTEGER NOT NULL, currency TEXT, note TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL
) STRICT;

CREATE TABLE need (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, words TEXT NOT NULL, tags TEXT, urgency TEXT NOT NULL, status TEXT NOT NULL,
  evidence TEXT, noted_on TEXT
) STRICT;

CREATE TABLE value_driver (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, driver TEXT NOT NULL, rank INTEGER NOT NULL, words TEXT, noted_on TEXT
) STRICT;

CREATE TABLE lead (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, interest TEXT, source TEXT NOT NULL, received_at INTEGER NOT NULL,
  amount INTEGER, currency TEXT NOT NULL, owner_id TEXT, unit_id TEXT, note TEXT, external_key TEXT,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, deleted_at INTEGER,
  state TEXT NOT NULL, state_at INTEGER NOT NULL, responded_at INTEGER
) STRICT;

CREATE TABLE lead_event (
  id TEXT PRIMARY KEY NOT NULL, lead_id TEXT NOT NULL, party_id TEXT NOT NULL, to_state TEXT NOT NULL, at INTEGER NOT NULL,
  by_id TEXT NOT NULL, activity_id TEXT, reason_id TEXT, words TEXT
) STRICT;

CREATE TABLE task (
  id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, priority TEXT NOT NULL, party_id TEXT, deal_id TEXT,
  owner_id TEXT NOT NULL, word TEXT, note TEXT, repeat TEXT, series_id TEXT, external_key TEXT,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
  state TEXT NOT NULL, state_at INTEGER NOT NULL, due_on TEXT, due_minutes INTEGER, due_zone TEXT, due_at INTEGER
) STRICT;

CREATE TABLE task_event (
  id TEXT PRIMARY KEY NOT NULL, task_id TEXT NOT NULL, party_id TEXT, kind TEXT NOT NULL, at INTEGER NOT NULL,
  by_id TEXT NOT NULL, reason TEXT, due_on TEXT, due_minutes INTEGER, due_zone TEXT
) STRICT;

CREATE TABLE number_series (
  id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL, device_id TEXT NOT NULL, created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE quote (
  id TEXT PRIMARY KEY NOT NULL, party_id TEXT NOT NULL, deal_id TEXT, title TEXT NOT NULL, owner_id TEXT,
  language TEXT NOT NULL, currency TEXT NOT NULL, series TEXT, counter INTEGER,
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, deleted_at INTEGER,
  state TEXT NOT NULL, state_at INTEGER NOT NULL, version INTEGER NOT NULL, valid_until_on TEXT, payable INTEGER NOT NULL
) STRICT;

CREATE TABLE quote_version (
  id TEXT PRIMARY KEY NOT NULL, quote_id TEXT NOT NULL, party_id TEXT NOT NULL, version INTEGER NOT NULL, valid_until_on TEXT,
  lines TEXT NOT NULL, discount TEXT, rounding TEXT NOT NULL, sums TEXT NOT NULL, payable INTEGER NOT NULL,
  below_list INTEGER NOT NULL, terms TEXT, created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
  issued_at INTEGER, issued_by TEXT, client_name TEXT, client_address TEXT, paper TEXT
) STRICT;

CREATE TABLE quote_event (
  id TEXT PRIMARY KEY NOT NULL, quote_id TEXT NOT NULL, party_id TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
  at INTEGER NOT NULL, by_id TEXT NOT NULL, reason TEXT
) STRICT;

CREATE INDEX operation_by_user ON operation (user_id, seq);

CREATE INDEX operation_by_group ON operation (group_id, seq) WHERE group_id IS NOT NULL;

CREATE INDEX operation_by_undone ON operation (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE INDEX change_by_record ON change (record_id, seq);

CREATE INDEX change_by_party ON change (party_id, seq) WHERE party_id IS NOT NULL;

CREATE INDEX party_by_city ON party (city_key, id) WHERE city_key IS NOT NULL;

CREATE INDEX party_by_external_key ON party (external_key) WHERE external_key IS NOT NULL;

CREATE INDEX party_name_by_party ON party_name (party_id, position);

CREATE INDEX contact_point_by_party ON contact_point (party_id, position);

CREATE INDEX contact_point_by_normal ON contact_point (normal, kind);

CREATE INDEX address_by_party ON address (party_id, position);

CREATE INDEX identifier_by_party ON identifier (party_id);

CREATE INDEX identifier_by_normal ON identifier (normal, scheme);

CREATE INDEX party_role_by_party ON party_role (party_id, type, stage);

CREATE INDEX party_role_by_type ON party_role (type, stage, party_id);

CREATE INDEX role_stage_event_by_role ON role_stage_event (role_id, at);

CREATE INDEX relationship_by_from ON relationship (from_party_id, type);

CREATE INDEX relationship_by_to ON relationship (to_party_id, type);

CREATE INDEX occasion_by_party ON occasion (party_id);

CREATE INDEX occasion_by_day ON occasion (calendar, month, day);

CREATE INDEX preference_by_party ON preference (party_id);

CREATE INDEX activity_by_at ON activity (at, id, kind, author_id) WHERE deleted_at IS NULL;

CREATE INDEX activity_party_by_party ON activity_party (party_id, at, activity_id, kind);

CREATE INDEX activity_party_by_activity ON activity_party (activity_id, party_id, role);

CREATE INDEX import_mapping_by_header ON import_mapping (header_key);

CREATE INDEX party_link_by_party ON party_link (party_id);

CREATE INDEX party_link_by_target ON party_link (to_party_id);

CREATE INDEX party_deleted ON party (deleted_at, id) WHERE deleted_at IS NOT NULL AND root_id IS NULL;

CREATE INDEX party_member ON party (id, root_id) WHERE root_id IS NOT NULL;

CREATE INDEX party_member_by_root ON party (root_id, id) WHERE root_id IS NOT NULL;

CREATE INDEX party_member_by_name ON party (kind, sort_en, id) WHERE root_id IS NOT NULL;

CREATE INDEX job_by_time ON job (created_at);

CREATE INDEX job_by_state ON job (state, created_at);

CREATE INDEX duplicate_pair_by_weight ON duplicate_pair (weight, id, band);

CREATE INDEX duplicate_pair_by_party ON duplicate_pair (party_id);

CREATE INDEX duplicate_pair_by_other ON duplicate_pair (other_party_id);

CREATE INDEX duplicate_verdict_by_pair ON duplicate_verdict (party_id, other_party_id);

CREATE INDEX duplicate_verdict_by_other ON duplicate_verdict (other_party_id);

CREATE INDEX duplicate_verdict_by_at ON duplicate_verdict (at, id);

CREATE INDEX party_by_birth ON party (birth_on) WHERE birth_on IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX backup_by_time ON backup (made_at);

CREATE INDEX rehearsal_by_time ON rehearsal (finished_at);

CREATE INDEX activity_by_external_key ON activity (external_key) WHERE external_key IS NOT NULL;

CREATE INDEX import_rejection_by_job ON import_rejection (job_id, row);

CREATE INDEX attachment_by_party ON attachment (party_id, added_at) WHERE party_id IS NOT NULL;

CREATE INDEX attachment_by_activity ON attachment (activity_id, added_at) WHERE activity_id IS NOT NULL;

CREATE INDEX attachment_by_content ON attachment (sealed_for, content);

CREATE INDEX attachment_by_blob ON attachment (blob);

CREATE INDEX attachment_by_thumb ON attachment (thumb_blob) WHERE thumb_blob IS NOT NULL;

CREATE INDEX import_likeness_by_job ON import_likeness (job_id, row);

CREATE INDEX exit_drill_by_time ON exit_drill (finished_at);

CREATE INDEX quality_dismissal_by_party ON quality_dismissal (party_id, rule_id);

CREATE INDEX quality_dismissal_by_at ON quality_dismissal (at, id);

CREATE INDEX quality_finding_by_rule ON quality_finding (judged_by, party_id);

CREATE INDEX quality_finding_by_party ON quality_finding (party_id);

CREATE INDEX quality_finding_by_evidence ON quality_finding (evidence, judged_by) WHERE evidence IS NOT NULL;

CREATE INDEX operation_by_time ON operation (at);

CREATE INDEX operation_without_changes ON operation (seq) WHERE changes = 0;

CREATE INDEX access_event_by_user ON access_event (user_id, seq);

CREATE INDEX access_event_by_time ON access_event (at);

CREATE INDEX access_event_of_everyone ON access_event (seq) WHERE scope = 'everyone';

CREATE INDEX access_subject_by_event ON access_subject (event_seq);

CREATE INDEX org_member_by_user ON org_member (user_id);

CREATE INDEX org_member_by_unit ON org_member (unit_id);

CREATE INDEX stand_in_by_user ON stand_in (by_id);

CREATE INDEX party_by_name_ar ON party (kind, sort_ar, id, status, shown_owner_id, shown_language, unit_id, more_owners) WHERE deleted_at IS NULL AND root_id IS NULL;

CREATE INDEX party_by_name_fa ON party (kind, sort_fa, id, status, shown_owner_id, shown_language, unit_id, more_owners) WHERE deleted_at IS NULL AND root_id IS NULL;

CREATE INDEX party_by_name_en ON party (kind, sort_en, id, status, shown_owner_id, shown_language, unit_id, more_owners) WHERE deleted_at IS NULL AND root_id IS NULL;

CREATE INDEX party_by_created ON party (kind, created_at, id, status, shown_owner_id, shown_language, unit_id, more_owners) WHERE deleted_at IS NULL AND root_id IS NULL;

CREATE INDEX party_by_updated ON party (kind, updated_at, id, status, shown_owner_id, shown_language, unit_id, more_owners) WHERE deleted_at IS NULL AND root_id IS NULL;

CREATE INDEX party_by_activity ON party (kind, last_activity_at, id, status, shown_owner_id, shown_language, unit_id, more_owners) WHERE deleted_at IS NULL AND root_id IS NULL;

CREATE INDEX party_by_unit ON party (unit_id) WHERE unit_id IS NOT NULL;

CREATE INDEX party_by_owner ON party (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX party_role_by_owner ON party_role (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX party_role_by_deputy ON party_role (deputy_id) WHERE deputy_id IS NOT NULL;

CREATE UNIQUE INDEX consent_wording_version ON consent_wording (purpose_id, language, version);

CREATE INDEX consent_event_by_party ON consent_event (party_id, purpose_id, at);

CREATE INDEX consent_event_by_purpose ON consent_event (purpose_id);

CREATE UNIQUE INDEX suppression_hash ON suppression (hash);

CREATE INDEX authority_by_party ON authority (party_id);

CREATE INDEX authority_by_agent ON authority (agent_id);

CREATE INDEX authority_question_by_party ON authority_question (party_id);

CREATE INDEX authority_answer_by_party ON authority_answer (party_id, at);

CREATE INDEX privacy_request_by_party ON privacy_request (party_id) WHERE party_id IS NOT NULL;

CREATE INDEX privacy_request_by_due ON privacy_request (due_on, id);

CREATE INDEX privacy_mark_by_party ON privacy_mark (party_id);

CREATE INDEX retention_finding_by_party ON retention_finding (party_id);

CREATE UNIQUE INDEX approval_requested ON approval_event (request_id) WHERE step = 'requested';

CREATE UNIQUE INDEX approval_decided ON approval_event (request_id) WHERE step IN ('approved', 'refused');

CREATE UNIQUE INDEX approval_ended ON approval_event (request_id) WHERE step IN ('used', 'withdrawn', 'refused');

CREATE INDEX approval_by_request ON approval_event (request_id);

CREATE INDEX approval_by_asker ON approval_event (user_id, at) WHERE step = 'requested';

CREATE INDEX approval_by_operation ON approval_event (operation_id) WHERE operation_id IS NOT NULL;

CREATE INDEX operation_export ON operation (seq)
WHERE command in ('exports.make', 'exports.makeExit', 'privacy.accessPack');

CREATE INDEX pipeline_stage_by_pipeline ON pipeline_stage (pipeline_id, position);

CREATE INDEX deal_by_party ON deal (party_id, created_at);

CREATE INDEX deal_by_stage ON deal (stage_id, expected_on, id, currency, amount, owner_id, party_id, category)
WHERE deleted_at IS NULL;

CREATE INDEX deal_by_expected ON deal (state, expected_on, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;

CREATE INDEX deal_by_created ON deal (state, created_at, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;

CREATE INDEX deal_by_amount ON deal (state, amount, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;

CREATE INDEX deal_by_stage_time ON deal (state, stage_at, id, pipeline_id, owner_id) WHERE deleted_at IS NULL;

CREATE INDEX deal_by_key ON deal (external_key) WHERE external_key IS NOT NULL;

CREATE INDEX deal_party_by_deal ON deal_party (deal_id);

CREATE INDEX deal_party_by_party ON deal_party (party_id);

CREATE INDEX deal_stage_event_by_deal ON deal_stage_event (deal_id, at, id);

CREATE INDEX deal_stage_event_by_party ON deal_stage_event (party_id);

CREATE INDEX deal_pause_by_deal ON deal_pause (deal_id, from_at);

CREATE INDEX deal_pause_by_party ON deal_pause (party_id);

CREATE INDEX emergency_access_by_party ON emergency_access (party_id);

CREATE INDEX emergency_access_by_user ON emergency_access (user_id, until);

CREATE INDEX emergency_access_unreviewed ON emergency_access (at) WHERE verdict IS NULL;

CREATE INDEX product_by_code ON product (code COLLATE NOCASE, id);

CREATE INDEX product_by_key ON product (external_key) WHERE external_key IS NOT NULL;

CREATE INDEX product_component_by_bundle ON product_component (bundle_id, position);

CREATE INDEX product_component_by_product ON product_component (product_id);

CREATE INDEX price_entry_by_product ON price_entry (product_id, book_id, from_quantity);

CREATE INDEX deal_by_forecast ON deal (expected_on, id, stage_id, category, owner_id, currency, amount, party_id)
WHERE state = 'open' AND deleted_at IS NULL;

CREATE INDEX deal_by_won ON deal (stage_at, id, stage_id, owner_id, currency, amount, party_id)
WHERE state = 'won' AND deleted_at IS NULL;

CREATE INDEX forecast_snapshot_by_day ON forecast_snapshot (taken_on);

CREATE INDEX forecast_line_by_deal ON forecast_line (deal_id, taken_on, id);

CREATE INDEX forecast_line_by_day ON forecast_line (counts_on, taken_on, deal_id);

CREATE INDEX forecast_line_by_party ON forecast_line (party_id);

CREATE INDEX forecast_adjustment_by_period ON forecast_adjustment (from_on, to_on, at);

CREATE INDEX goal_by_period ON goal (from_on, to_on, owner_id);

CREATE INDEX activity_by_author ON activity (author_id, at) WHERE deleted_at IS NULL;

CREATE INDEX need_by_party ON need (party_id);

CREATE INDEX need_open ON need (party_id, id) WHERE status = 'open';

CREATE INDEX value_driver_by_party ON value_driver (party_id);

CREATE INDEX lead_by_party ON lead (party_id, received_at);

CREATE INDEX lead_by_received ON lead (state, received_at, id, owner_id, responded_at) WHERE deleted_at IS NULL;

CREATE INDEX lead_by_state_time ON lead (state, state_at, id, owner_id, responded_at) WHERE deleted_at IS NULL;

CREATE INDEX lead_by_key ON lead (external_key) WHERE external_key IS NOT NULL;

CREATE INDEX lead_event_by_lead ON lead_event (lead_id, at, id);

CREATE INDEX lead_event_by_party ON lead_event (party_id);

CREATE INDEX lead_event_by_activity ON lead_event (activity_id) WHERE activity_id IS NOT NULL;

CREATE INDEX deal_by_lead ON deal (lead_id) WHERE lead_id IS NOT NULL;

CREATE INDEX task_by_owner ON task (owner_id, state, due_at, id);

CREATE INDEX task_by_owner_ended ON task (owner_id, state, state_at, id);

CREATE INDEX task_by_due ON task (state, due_at, id, owner_id);

CREATE INDEX task_by_ended ON task (state, state_at, id, owner_id);

CREATE INDEX task_by_party ON task (party_id, state, due_at, id) WHERE party_id IS NOT NULL;

CREATE INDEX task_by_deal ON task (deal_id, state, due_at, id) WHERE deal_id IS NOT NULL;

CREATE INDEX task_by_series ON task (series_id, state) WHERE series_id IS NOT NULL;

CREATE INDEX task_by_key ON task (external_key) WHERE external_key IS NOT NULL;

CREATE INDEX task_event_by_task ON task_event (task_id, at, id);

CREATE INDEX task_event_by_party ON task_event (party_id) WHERE party_id IS NOT NULL;

CREATE UNIQUE INDEX number_series_by_code ON number_series (code);

CREATE INDEX number_series_by_device ON number_series (device_id);

CREATE UNIQUE INDEX quote_by_number ON quote (series, counter) WHERE counter IS NOT NULL;

CREATE INDEX quote_by_time ON quote (state_at, id) WHERE deleted_at IS NULL;

CREATE INDEX quote_by_party ON quote (party_id, state_at);

CREATE INDEX quote_by_deal ON quote (deal_id) WHERE deal_id IS NOT NULL;

CREATE UNIQUE INDEX quote_version_by_quote ON quote_version (quote_id, version);

CREATE INDEX quote_version_by_party ON quote_version (party_id);

CREATE INDEX quote_event_by_quote ON quote_event (quote_id, at, id);

CREATE INDEX quote_event_by_party ON quote_event (party_id);

CREATE TRIGGER operation_in_context BEFORE INSERT ON operation
WHEN NEW.seq IS NOT (SELECT seq FROM current_operation)
BEGIN SELECT RAISE(ABORT, 'ledger: no operation context'); END;

CREATE TRIGGER operation_kept BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER change_in_context BEFORE INSERT ON change
WHEN NEW.operation_seq IS NOT (SELECT seq FROM current_operation)
BEGIN SELECT RAISE(ABORT, 'ledger: no operation context'); END;

CREATE TRIGGER change_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER audit_checkpoint_appended BEFORE INSERT ON audit_checkpoint
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_checkpoint)
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER audit_checkpoint_fixed BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER audit_checkpoint_kept BEFORE DELETE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER access_event_appended BEFORE INSERT ON access_event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM access_event)
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER access_event_fixed BEFORE UPDATE ON access_event
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER access_event_kept BEFORE DELETE ON access_event
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER access_subject_appended BEFORE INSERT ON access_subject
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM access_event)
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER access_subject_fixed BEFORE UPDATE ON access_subject
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER access_subject_kept BEFORE DELETE ON access_subject
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER operation_once BEFORE INSERT ON operation
WHEN EXISTS (SELECT 1 FROM operation WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM operation WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM operation WHERE device_id = NEW.device_id AND counter = NEW.counter)
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER change_once BEFORE INSERT ON change
WHEN NEW.seq > 0 AND EXISTS (SELECT 1 FROM change WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation
WHEN NOT coalesce((SELECT erases FROM current_operation), 0) OR NOT (
  NEW.seq IS OLD.seq AND NEW.id IS OLD.id AND NEW.device_id IS OLD.device_id AND NEW.counter IS OLD.counter
  AND NEW.hlc IS OLD.hlc AND NEW.at IS OLD.at AND NEW.user_id IS OLD.user_id AND NEW.actor IS OLD.actor
  AND NEW.command IS OLD.command AND NEW.group_id IS OLD.group_id AND NEW.undoes_id IS OLD.undoes_id
  AND NEW.first_change IS OLD.first_change AND NEW.last_change IS OLD.last_change AND NEW.changes IS OLD.changes
  AND NEW.payload_hash IS OLD.payload_hash AND NEW.previous_hash IS OLD.previous_hash AND NEW.hash IS OLD.hash
  AND OLD.note_salt IS NOT NULL AND NEW.note_salt IS NULL AND NEW.reason IS NULL AND NEW.details IS NULL
  AND length(NEW.note_hash) = 32)
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER change_fixed BEFORE UPDATE ON change
WHEN NOT coalesce((SELECT erases FROM current_operation), 0) OR NOT (
  NEW.seq IS OLD.seq AND NEW.operation_seq IS OLD.operation_seq AND NEW.entity IS OLD.entity
  AND NEW.record_id IS OLD.record_id AND NEW.party_id IS OLD.party_id AND NEW.action IS OLD.action
  AND OLD.salt IS NOT NULL AND NEW.salt IS NULL AND NEW.old IS NULL AND NEW.new IS NULL
  AND length(NEW.hash) = 32)
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER consent_wording_fixed BEFORE UPDATE ON consent_wording
BEGIN SELECT RAISE(ABORT, 'consent: append-only'); END;

CREATE TRIGGER consent_event_fixed BEFORE UPDATE OF purpose_id, channel, brand, action, at, by_id, source, wording_id ON consent_event
BEGIN SELECT RAISE(ABORT, 'consent: append-only'); END;

CREATE TRIGGER approval_event_appended BEFORE INSERT ON approval_event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM approval_event)
  OR NEW.step <> 'requested'
    AND NOT EXISTS (SELECT 1 FROM approval_event WHERE request_id = NEW.request_id AND step = 'requested')
  OR NEW.step = 'requested' AND EXISTS (SELECT 1 FROM approval_event WHERE request_id = NEW.request_id)
  OR NEW.step <> 'requested' AND EXISTS (
    SELECT 1 FROM approval_event WHERE request_id = NEW.request_id AND step IN ('used', 'withdrawn', 'refused'))
  OR NEW.step IN ('approved', 'refused') AND EXISTS (
    SELECT 1 FROM approval_event WHERE request_id = NEW.request_id
      AND (step = 'approved' OR step = 'requested' AND user_id = NEW.user_id))
BEGIN SELECT RAISE(ABORT, 'approvals: once'); END;

CREATE TRIGGER approval_event_fixed BEFORE UPDATE ON approval_event
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER approval_event_kept BEFORE DELETE ON approval_event
BEGIN SELECT RAISE(ABORT, 'ledger: append-only'); END;

CREATE TRIGGER emergency_access_fixed BEFORE UPDATE ON emergency_access
WHEN NEW.user_id <> OLD.user_id OR NEW.reason <> OLD.reason OR NEW.at <> OLD.at OR NEW.until <> OLD.until
  OR OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at
  OR OLD.verdict IS NOT NULL AND NEW.verdict IS NOT OLD.verdict
  OR NEW.reviewed_by IS NEW.user_id
BEGIN SELECT RAISE(ABORT, 'emergencies: append-only'); END;

CREATE TRIGGER deal_sum_insert AFTER INSERT ON deal BEGIN
INSERT INTO deal_sum (state, span, stage_id, category, owner_id, currency, count, unknown, sum)
  SELECT NEW.state, coalesce(CASE NEW.state WHEN 'open' THEN substr(NEW.expected_on, 1, 8) || CASE WHEN substr(NEW.expected_on, 9, 2) < '11' THEN '01' WHEN substr(NEW.expected_on, 9, 2) < '21' THEN '11' ELSE '21' END ELSE substr(date(NEW.stage_at / 1000, 'unixepoch'), 1, 8) || CASE WHEN substr(date(NEW.stage_at / 1000, 'unixepoch'), 9, 2) < '11' THEN '01' WHEN substr(date(NEW.stage_at / 1000, 'unixepoch'), 9, 2) < '21' THEN '11' ELSE '21' END END, ''), NEW.stage_id, CASE NEW.state WHEN 'open' THEN NEW.category ELSE '' END, coalesce(NEW.owner_id, ''), NEW.currency, 1, 1 * (NEW.amount IS NULL), 1 * coalesce(NEW.amount, 0) WHERE NEW.deleted_at IS NULL
  ON CONFLICT DO UPDATE SET count = count + excluded.count, unknown = unknown + excluded.unknown, sum = sum + excluded.sum; END;

CREATE TRIGGER deal_sum_delete AFTER DELETE ON deal BEGIN
INSERT INTO deal_sum (state, span, stage_id, category, owner_id, currency, count, unknown, sum)
  SELECT OLD.state, coalesce(CASE OLD.state WHEN 'open' THEN substr(OLD.expected_on, 1, 8) || CASE WHEN substr(OLD.expected_on, 9, 2) < '11' THEN '01' WHEN substr(OLD.expected_on, 9, 2) < '21' THEN '11' ELSE '21' END ELSE substr(date(OLD.stage_at / 1000, 'unixepoch'), 1, 8) || CASE WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '11' THEN '01' WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '21' THEN '11' ELSE '21' END END, ''), OLD.stage_id, CASE OLD.state WHEN 'open' THEN OLD.category ELSE '' END, coalesce(OLD.owner_id, ''), OLD.currency, -1, -1 * (OLD.amount IS NULL), -1 * coalesce(OLD.amount, 0) WHERE OLD.deleted_at IS NULL
  ON CONFLICT DO UPDATE SET count = count + excluded.count, unknown = unknown + excluded.unknown, sum = sum + excluded.sum; DELETE FROM deal_sum WHERE count = 0 AND (state, span, stage_id, category, owner_id, currency) = (OLD.state, coalesce(CASE OLD.state WHEN 'open' THEN substr(OLD.expected_on, 1, 8) || CASE WHEN substr(OLD.expected_on, 9, 2) < '11' THEN '01' WHEN substr(OLD.expected_on, 9, 2) < '21' THEN '11' ELSE '21' END ELSE substr(date(OLD.stage_at / 1000, 'unixepoch'), 1, 8) || CASE WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '11' THEN '01' WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '21' THEN '11' ELSE '21' END END, ''), OLD.stage_id, CASE OLD.state WHEN 'open' THEN OLD.category ELSE '' END, coalesce(OLD.owner_id, ''), OLD.currency); END;

CREATE TRIGGER deal_sum_update
    AFTER UPDATE OF state, stage_id, stage_at, category, owner_id, currency, amount, expected_on, deleted_at ON deal
    BEGIN
INSERT INTO deal_sum (state, span, stage_id, category, owner_id, currency, count, unknown, sum)
  SELECT OLD.state, coalesce(CASE OLD.state WHEN 'open' THEN substr(OLD.expected_on, 1, 8) || CASE WHEN substr(OLD.expected_on, 9, 2) < '11' THEN '01' WHEN substr(OLD.expected_on, 9, 2) < '21' THEN '11' ELSE '21' END ELSE substr(date(OLD.stage_at / 1000, 'unixepoch'), 1, 8) || CASE WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '11' THEN '01' WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '21' THEN '11' ELSE '21' END END, ''), OLD.stage_id, CASE OLD.state WHEN 'open' THEN OLD.category ELSE '' END, coalesce(OLD.owner_id, ''), OLD.currency, -1, -1 * (OLD.amount IS NULL), -1 * coalesce(OLD.amount, 0) WHERE OLD.deleted_at IS NULL
  ON CONFLICT DO UPDATE SET count = count + excluded.count, unknown = unknown + excluded.unknown, sum = sum + excluded.sum;
INSERT INTO deal_sum (state, span, stage_id, category, owner_id, currency, count, unknown, sum)
  SELECT NEW.state, coalesce(CASE NEW.state WHEN 'open' THEN substr(NEW.expected_on, 1, 8) || CASE WHEN substr(NEW.expected_on, 9, 2) < '11' THEN '01' WHEN substr(NEW.expected_on, 9, 2) < '21' THEN '11' ELSE '21' END ELSE substr(date(NEW.stage_at / 1000, 'unixepoch'), 1, 8) || CASE WHEN substr(date(NEW.stage_at / 1000, 'unixepoch'), 9, 2) < '11' THEN '01' WHEN substr(date(NEW.stage_at / 1000, 'unixepoch'), 9, 2) < '21' THEN '11' ELSE '21' END END, ''), NEW.stage_id, CASE NEW.state WHEN 'open' THEN NEW.category ELSE '' END, coalesce(NEW.owner_id, ''), NEW.currency, 1, 1 * (NEW.amount IS NULL), 1 * coalesce(NEW.amount, 0) WHERE NEW.deleted_at IS NULL
  ON CONFLICT DO UPDATE SET count = count + excluded.count, unknown = unknown + excluded.unknown, sum = sum + excluded.sum; DELETE FROM deal_sum WHERE count = 0 AND (state, span, stage_id, category, owner_id, currency) = (OLD.state, coalesce(CASE OLD.state WHEN 'open' THEN substr(OLD.expected_on, 1, 8) || CASE WHEN substr(OLD.expected_on, 9, 2) < '11' THEN '01' WHEN substr(OLD.expected_on, 9, 2) < '21' THEN '11' ELSE '21' END ELSE substr(date(OLD.stage_at / 1000, 'unixepoch'), 1, 8) || CASE WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '11' THEN '01' WHEN substr(date(OLD.stage_at / 1000, 'unixepoch'), 9, 2) < '21' THEN '11' ELSE '21' END END, ''), OLD.stage_id, CASE OLD.state WHEN 'open' THEN OLD.category ELSE '' END, coalesce(OLD.owner_id, ''), OLD.currency); END;

CREATE TRIGGER stage_reach_deal AFTER INSERT ON deal BEGIN
INSERT INTO stage_reach (stage_id, won, lost)
  SELECT DISTINCT to_stage_id, (NEW.deleted_at IS NULL AND NEW.state = 'won'), (NEW.deleted_at IS NULL AND NEW.state = 'lost') FROM deal_stage_event WHERE deal_id = NEW.id
  ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost; END;

CREATE TRIGGER stage_reach_gone AFTER DELETE ON deal BEGIN
INSERT INTO stage_reach (stage_id, won, lost)
  SELECT DISTINCT to_stage_id, -(OLD.deleted_at IS NULL AND OLD.state = 'won'), -(OLD.deleted_at IS NULL AND OLD.state = 'lost') FROM deal_stage_event WHERE deal_id = OLD.id
  ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost; END;

CREATE TRIGGER stage_reach_state AFTER UPDATE OF state, deleted_at ON deal
    WHEN OLD.state <> NEW.state OR OLD.deleted_at IS NOT NEW.deleted_at
    BEGIN
INSERT INTO stage_reach (stage_id, won, lost)
  SELECT DISTINCT to_stage_id, -(OLD.deleted_at IS NULL AND OLD.state = 'won'), -(OLD.deleted_at IS NULL AND OLD.state = 'lost') FROM deal_stage_event WHERE deal_id = OLD.id
  ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost;
INSERT INTO stage_reach (stage_id, won, lost)
  SELECT DISTINCT to_stage_id, (NEW.deleted_at IS NULL AND NEW.state = 'won'), (NEW.deleted_at IS NULL AND NEW.state = 'lost') FROM deal_stage_event WHERE deal_id = NEW.id
  ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost; END;

CREATE TRIGGER stage_reach_event AFTER INSERT ON deal_stage_event BEGIN
INSERT INTO stage_reach (stage_id, won, lost)
  SELECT NEW.to_stage_id, (deal.deleted_at IS NULL AND deal.state = 'won'), (deal.deleted_at IS NULL AND deal.state = 'lost') FROM deal WHERE id = NEW.deal_id
    AND NOT EXISTS (SELECT 1 FROM deal_stage_event e WHERE e.deal_id = NEW.deal_id AND e.to_stage_id = NEW.to_stage_id AND e.id <> NEW.id)
  ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost; END;

CREATE TRIGGER stage_reach_no_event AFTER DELETE ON deal_stage_event BEGIN
INSERT INTO stage_reach (stage_id, won, lost)
  SELECT OLD.to_stage_id, -(deal.deleted_at IS NULL AND deal.state = 'won'), -(deal.deleted_at IS NULL AND deal.state = 'lost') FROM deal WHERE id = OLD.deal_id
    AND NOT EXISTS (SELECT 1 FROM deal_stage_event e WHERE e.deal_id = OLD.deal_id AND e.to_stage_id = OLD.to_stage_id AND e.id <> OLD.id)
  ON CONFLICT DO UPDATE SET won = won + excluded.won, lost = lost + excluded.lost; END;

CREATE TRIGGER forecast_line_fixed BEFORE UPDATE ON forecast_line
BEGIN SELECT RAISE(ABORT, 'forecast: append-only'); END;

CREATE TRIGGER forecast_snapshot_fixed BEFORE UPDATE ON forecast_snapshot
BEGIN SELECT RAISE(ABORT, 'forecast: append-only'); END;

CREATE TRIGGER quote_version_locked BEFORE UPDATE ON quote_version
WHEN OLD.issued_at IS NOT NULL AND NOT coalesce((SELECT erases FROM current_operation), 0)
BEGIN SELECT RAISE(ABORT, 'quotes: what was issued never changes'); END;

CREATE TRIGGER quote_version_kept BEFORE DELETE ON quote_version
WHEN OLD.issued_at IS NOT NULL AND NOT coalesce((SELECT erases FROM current_operation), 0)
BEGIN SELECT RAISE(ABORT, 'quotes: what was issued never changes'); END;

CREATE TRIGGER quote_numbered BEFORE UPDATE OF series, counter, party_id, currency, language ON quote
WHEN OLD.counter IS NOT NULL AND (NEW.series IS NOT OLD.series OR NEW.counter IS NOT OLD.counter
  OR NEW.party_id IS NOT OLD.party_id OR NEW.currency IS NOT OLD.currency OR NEW.language IS NOT OLD.language)
BEGIN SELECT RAISE(ABORT, 'quotes: what was issued never changes'); END;

CREATE TRIGGER quote_event_fixed BEFORE UPDATE OF quote_id, version, state, at, by_id ON quote_event
BEGIN SELECT RAISE(ABORT, 'quotes: append-only'); END;

CREATE TRIGGER capture_app_user_insert AFTER INSERT ON app_user  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'app_user', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('login', NEW.login, 'display_name', NEW.display_name, 'role', NEW.role, 'status', NEW.status, 'created_at', NEW.created_at, 'preferences', NEW.preferences)), randomblob(16));
END;

CREATE TRIGGER capture_app_user_update AFTER UPDATE OF login, display_name, role, status, created_at, preferences ON app_user WHEN OLD.login IS NOT NEW.login OR OLD.display_name IS NOT NEW.display_name OR OLD.role IS NOT NEW.role OR OLD.status IS NOT NEW.status OR OLD.created_at IS NOT NEW.created_at OR OLD.preferences IS NOT NEW.preferences BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'app_user', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'login' AS k, OLD.login AS old, NEW.login AS new UNION ALL SELECT 'display_name' AS k, OLD.display_name AS old, NEW.display_name AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new UNION ALL SELECT 'status' AS k, OLD.status AS old, NEW.status AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'preferences' AS k, OLD.preferences AS old, NEW.preferences AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'login' AS k, OLD.login AS old, NEW.login AS new UNION ALL SELECT 'display_name' AS k, OLD.display_name AS old, NEW.display_name AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new UNION ALL SELECT 'status' AS k, OLD.status AS old, NEW.status AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'preferences' AS k, OLD.preferences AS old, NEW.preferences AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_app_user_delete AFTER DELETE ON app_user  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'app_user', OLD.id, NULL, 'delete', json_patch('{}', json_object('login', OLD.login, 'display_name', OLD.display_name, 'role', OLD.role, 'status', OLD.status, 'created_at', OLD.created_at, 'preferences', OLD.preferences)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_app_user_id BEFORE UPDATE OF id ON app_user BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_site_setting_insert AFTER INSERT ON site_setting  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'site_setting', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('value', NEW.value)), randomblob(16));
END;

CREATE TRIGGER capture_site_setting_update AFTER UPDATE OF value ON site_setting WHEN OLD.value IS NOT NEW.value BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'site_setting', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'value' AS k, OLD.value AS old, NEW.value AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'value' AS k, OLD.value AS old, NEW.value AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_site_setting_delete AFTER DELETE ON site_setting  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'site_setting', OLD.id, NULL, 'delete', json_patch('{}', json_object('value', OLD.value)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_site_setting_id BEFORE UPDATE OF id ON site_setting BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_org_unit_insert AFTER INSERT ON org_unit  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'org_unit', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('kind', NEW.kind, 'name', NEW.name, 'parent_id', NEW.parent_id, 'manager_id', NEW.manager_id, 'deputy_id', NEW.deputy_id, 'cities', NEW.cities, 'from_on', NEW.from_on, 'to_on', NEW.to_on, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_org_unit_update AFTER UPDATE OF kind, name, parent_id, manager_id, deputy_id, cities, from_on, to_on, created_at ON org_unit WHEN OLD.kind IS NOT NEW.kind OR OLD.name IS NOT NEW.name OR OLD.parent_id IS NOT NEW.parent_id OR OLD.manager_id IS NOT NEW.manager_id OR OLD.deputy_id IS NOT NEW.deputy_id OR OLD.cities IS NOT NEW.cities OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'org_unit', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'parent_id' AS k, OLD.parent_id AS old, NEW.parent_id AS new UNION ALL SELECT 'manager_id' AS k, OLD.manager_id AS old, NEW.manager_id AS new UNION ALL SELECT 'deputy_id' AS k, OLD.deputy_id AS old, NEW.deputy_id AS new UNION ALL SELECT 'cities' AS k, OLD.cities AS old, NEW.cities AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'parent_id' AS k, OLD.parent_id AS old, NEW.parent_id AS new UNION ALL SELECT 'manager_id' AS k, OLD.manager_id AS old, NEW.manager_id AS new UNION ALL SELECT 'deputy_id' AS k, OLD.deputy_id AS old, NEW.deputy_id AS new UNION ALL SELECT 'cities' AS k, OLD.cities AS old, NEW.cities AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_org_unit_delete AFTER DELETE ON org_unit  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'org_unit', OLD.id, NULL, 'delete', json_patch('{}', json_object('kind', OLD.kind, 'name', OLD.name, 'parent_id', OLD.parent_id, 'manager_id', OLD.manager_id, 'deputy_id', OLD.deputy_id, 'cities', OLD.cities, 'from_on', OLD.from_on, 'to_on', OLD.to_on, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_org_unit_id BEFORE UPDATE OF id ON org_unit BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_org_member_insert AFTER INSERT ON org_member  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'org_member', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('unit_id', NEW.unit_id, 'user_id', NEW.user_id, 'from_on', NEW.from_on, 'to_on', NEW.to_on)), randomblob(16));
END;

CREATE TRIGGER capture_org_member_update AFTER UPDATE OF unit_id, user_id, from_on, to_on ON org_member WHEN OLD.unit_id IS NOT NEW.unit_id OR OLD.user_id IS NOT NEW.user_id OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'org_member', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'user_id' AS k, OLD.user_id AS old, NEW.user_id AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'user_id' AS k, OLD.user_id AS old, NEW.user_id AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_org_member_delete AFTER DELETE ON org_member  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'org_member', OLD.id, NULL, 'delete', json_patch('{}', json_object('unit_id', OLD.unit_id, 'user_id', OLD.user_id, 'from_on', OLD.from_on, 'to_on', OLD.to_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_org_member_id BEFORE UPDATE OF id ON org_member BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_stand_in_insert AFTER INSERT ON stand_in  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'stand_in', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('for_id', NEW.for_id, 'by_id', NEW.by_id, 'from_on', NEW.from_on, 'to_on', NEW.to_on, 'reason', NEW.reason, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_stand_in_update AFTER UPDATE OF for_id, by_id, from_on, to_on, reason, created_at ON stand_in WHEN OLD.for_id IS NOT NEW.for_id OR OLD.by_id IS NOT NEW.by_id OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on OR OLD.reason IS NOT NEW.reason OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'stand_in', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'for_id' AS k, OLD.for_id AS old, NEW.for_id AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'for_id' AS k, OLD.for_id AS old, NEW.for_id AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_stand_in_delete AFTER DELETE ON stand_in  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'stand_in', OLD.id, NULL, 'delete', json_patch('{}', json_object('for_id', OLD.for_id, 'by_id', OLD.by_id, 'from_on', OLD.from_on, 'to_on', OLD.to_on, 'reason', OLD.reason, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_stand_in_id BEFORE UPDATE OF id ON stand_in BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_access_role_insert AFTER INSERT ON access_role  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'access_role', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('name', NEW.name, 'policy', NEW.policy, 'created_at', NEW.created_at, 'retired_at', NEW.retired_at)), randomblob(16));
END;

CREATE TRIGGER capture_access_role_update AFTER UPDATE OF name, policy, created_at, retired_at ON access_role WHEN OLD.name IS NOT NEW.name OR OLD.policy IS NOT NEW.policy OR OLD.created_at IS NOT NEW.created_at OR OLD.retired_at IS NOT NEW.retired_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'access_role', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'policy' AS k, OLD.policy AS old, NEW.policy AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'retired_at' AS k, OLD.retired_at AS old, NEW.retired_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'policy' AS k, OLD.policy AS old, NEW.policy AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'retired_at' AS k, OLD.retired_at AS old, NEW.retired_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_access_role_delete AFTER DELETE ON access_role  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'access_role', OLD.id, NULL, 'delete', json_patch('{}', json_object('name', OLD.name, 'policy', OLD.policy, 'created_at', OLD.created_at, 'retired_at', OLD.retired_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_access_role_id BEFORE UPDATE OF id ON access_role BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_party_insert AFTER INSERT ON party  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party', NEW.id, NEW.id, 'insert', NULL, json_patch('{}', json_object('kind', NEW.kind, 'status', NEW.status, 'language', NEW.language, 'owner_id', NEW.owner_id, 'gender', NEW.gender, 'birth_on', NEW.birth_on, 'birth_calendar', NEW.birth_calendar, 'birth_text', NEW.birth_text, 'death_on', NEW.death_on, 'nationality', NEW.nationality, 'legal_form', NEW.legal_form, 'industry', NEW.industry, 'group_kind', NEW.group_kind, 'note', NEW.note, 'external_key', NEW.external_key, 'ext', NEW.ext, 'created_at', NEW.created_at, 'created_by', NEW.created_by, 'deleted_at', NEW.deleted_at, 'unit_id', NEW.unit_id)), randomblob(16));
END;

CREATE TRIGGER capture_party_update AFTER UPDATE OF kind, status, language, owner_id, gender, birth_on, birth_calendar, birth_text, death_on, nationality, legal_form, industry, group_kind, note, external_key, ext, created_at, created_by, deleted_at, unit_id ON party WHEN OLD.kind IS NOT NEW.kind OR OLD.status IS NOT NEW.status OR OLD.language IS NOT NEW.language OR OLD.owner_id IS NOT NEW.owner_id OR OLD.gender IS NOT NEW.gender OR OLD.birth_on IS NOT NEW.birth_on OR OLD.birth_calendar IS NOT NEW.birth_calendar OR OLD.birth_text IS NOT NEW.birth_text OR OLD.death_on IS NOT NEW.death_on OR OLD.nationality IS NOT NEW.nationality OR OLD.legal_form IS NOT NEW.legal_form OR OLD.industry IS NOT NEW.industry OR OLD.group_kind IS NOT NEW.group_kind OR OLD.note IS NOT NEW.note OR OLD.external_key IS NOT NEW.external_key OR OLD.ext IS NOT NEW.ext OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.unit_id IS NOT NEW.unit_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party', NEW.id, NEW.id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'status' AS k, OLD.status AS old, NEW.status AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'gender' AS k, OLD.gender AS old, NEW.gender AS new UNION ALL SELECT 'birth_on' AS k, OLD.birth_on AS old, NEW.birth_on AS new UNION ALL SELECT 'birth_calendar' AS k, OLD.birth_calendar AS old, NEW.birth_calendar AS new UNION ALL SELECT 'birth_text' AS k, OLD.birth_text AS old, NEW.birth_text AS new UNION ALL SELECT 'death_on' AS k, OLD.death_on AS old, NEW.death_on AS new UNION ALL SELECT 'nationality' AS k, OLD.nationality AS old, NEW.nationality AS new UNION ALL SELECT 'legal_form' AS k, OLD.legal_form AS old, NEW.legal_form AS new UNION ALL SELECT 'industry' AS k, OLD.industry AS old, NEW.industry AS new UNION ALL SELECT 'group_kind' AS k, OLD.group_kind AS old, NEW.group_kind AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'ext' AS k, OLD.ext AS old, NEW.ext AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'status' AS k, OLD.status AS old, NEW.status AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'gender' AS k, OLD.gender AS old, NEW.gender AS new UNION ALL SELECT 'birth_on' AS k, OLD.birth_on AS old, NEW.birth_on AS new UNION ALL SELECT 'birth_calendar' AS k, OLD.birth_calendar AS old, NEW.birth_calendar AS new UNION ALL SELECT 'birth_text' AS k, OLD.birth_text AS old, NEW.birth_text AS new UNION ALL SELECT 'death_on' AS k, OLD.death_on AS old, NEW.death_on AS new UNION ALL SELECT 'nationality' AS k, OLD.nationality AS old, NEW.nationality AS new UNION ALL SELECT 'legal_form' AS k, OLD.legal_form AS old, NEW.legal_form AS new UNION ALL SELECT 'industry' AS k, OLD.industry AS old, NEW.industry AS new UNION ALL SELECT 'group_kind' AS k, OLD.group_kind AS old, NEW.group_kind AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'ext' AS k, OLD.ext AS old, NEW.ext AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_party_delete AFTER DELETE ON party  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party', OLD.id, OLD.id, 'delete', json_patch('{}', json_object('kind', OLD.kind, 'status', OLD.status, 'language', OLD.language, 'owner_id', OLD.owner_id, 'gender', OLD.gender, 'birth_on', OLD.birth_on, 'birth_calendar', OLD.birth_calendar, 'birth_text', OLD.birth_text, 'death_on', OLD.death_on, 'nationality', OLD.nationality, 'legal_form', OLD.legal_form, 'industry', OLD.industry, 'group_kind', OLD.group_kind, 'note', OLD.note, 'external_key', OLD.external_key, 'ext', OLD.ext, 'created_at', OLD.created_at, 'created_by', OLD.created_by, 'deleted_at', OLD.deleted_at, 'unit_id', OLD.unit_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_party_id BEFORE UPDATE OF id ON party BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_party_link_insert AFTER INSERT ON party_link  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_link', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'to_party_id', NEW.to_party_id, 'choices', NEW.choices, 'reason', NEW.reason, 'evidence', NEW.evidence, 'at', NEW.at, 'by_id', NEW.by_id, 'ended_at', NEW.ended_at, 'ended_by', NEW.ended_by)), randomblob(16));
END;

CREATE TRIGGER capture_party_link_update AFTER UPDATE OF party_id, to_party_id, choices, reason, evidence, at, by_id, ended_at, ended_by ON party_link WHEN OLD.party_id IS NOT NEW.party_id OR OLD.to_party_id IS NOT NEW.to_party_id OR OLD.choices IS NOT NEW.choices OR OLD.reason IS NOT NEW.reason OR OLD.evidence IS NOT NEW.evidence OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.ended_at IS NOT NEW.ended_at OR OLD.ended_by IS NOT NEW.ended_by BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_link', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'to_party_id' AS k, OLD.to_party_id AS old, NEW.to_party_id AS new UNION ALL SELECT 'choices' AS k, OLD.choices AS old, NEW.choices AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'evidence' AS k, OLD.evidence AS old, NEW.evidence AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'ended_at' AS k, OLD.ended_at AS old, NEW.ended_at AS new UNION ALL SELECT 'ended_by' AS k, OLD.ended_by AS old, NEW.ended_by AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'to_party_id' AS k, OLD.to_party_id AS old, NEW.to_party_id AS new UNION ALL SELECT 'choices' AS k, OLD.choices AS old, NEW.choices AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'evidence' AS k, OLD.evidence AS old, NEW.evidence AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'ended_at' AS k, OLD.ended_at AS old, NEW.ended_at AS new UNION ALL SELECT 'ended_by' AS k, OLD.ended_by AS old, NEW.ended_by AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_party_link_delete AFTER DELETE ON party_link  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_link', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'to_party_id', OLD.to_party_id, 'choices', OLD.choices, 'reason', OLD.reason, 'evidence', OLD.evidence, 'at', OLD.at, 'by_id', OLD.by_id, 'ended_at', OLD.ended_at, 'ended_by', OLD.ended_by)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_party_link_id BEFORE UPDATE OF id ON party_link BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_party_name_insert AFTER INSERT ON party_name  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_name', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'kind', NEW.kind, 'text', NEW.text, 'prefix', NEW.prefix, 'given', NEW.given, 'father', NEW.father, 'grandfather', NEW.grandfather, 'family', NEW.family, 'kunya', NEW.kunya, 'nickname', NEW.nickname, 'position', NEW.position, 'from_on', NEW.from_on, 'to_on', NEW.to_on)), randomblob(16));
END;

CREATE TRIGGER capture_party_name_update AFTER UPDATE OF party_id, kind, text, prefix, given, father, grandfather, family, kunya, nickname, position, from_on, to_on ON party_name WHEN OLD.party_id IS NOT NEW.party_id OR OLD.kind IS NOT NEW.kind OR OLD.text IS NOT NEW.text OR OLD.prefix IS NOT NEW.prefix OR OLD.given IS NOT NEW.given OR OLD.father IS NOT NEW.father OR OLD.grandfather IS NOT NEW.grandfather OR OLD.family IS NOT NEW.family OR OLD.kunya IS NOT NEW.kunya OR OLD.nickname IS NOT NEW.nickname OR OLD.position IS NOT NEW.position OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_name', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'text' AS k, OLD.text AS old, NEW.text AS new UNION ALL SELECT 'prefix' AS k, OLD.prefix AS old, NEW.prefix AS new UNION ALL SELECT 'given' AS k, OLD.given AS old, NEW.given AS new UNION ALL SELECT 'father' AS k, OLD.father AS old, NEW.father AS new UNION ALL SELECT 'grandfather' AS k, OLD.grandfather AS old, NEW.grandfather AS new UNION ALL SELECT 'family' AS k, OLD.family AS old, NEW.family AS new UNION ALL SELECT 'kunya' AS k, OLD.kunya AS old, NEW.kunya AS new UNION ALL SELECT 'nickname' AS k, OLD.nickname AS old, NEW.nickname AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'text' AS k, OLD.text AS old, NEW.text AS new UNION ALL SELECT 'prefix' AS k, OLD.prefix AS old, NEW.prefix AS new UNION ALL SELECT 'given' AS k, OLD.given AS old, NEW.given AS new UNION ALL SELECT 'father' AS k, OLD.father AS old, NEW.father AS new UNION ALL SELECT 'grandfather' AS k, OLD.grandfather AS old, NEW.grandfather AS new UNION ALL SELECT 'family' AS k, OLD.family AS old, NEW.family AS new UNION ALL SELECT 'kunya' AS k, OLD.kunya AS old, NEW.kunya AS new UNION ALL SELECT 'nickname' AS k, OLD.nickname AS old, NEW.nickname AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_party_name_delete AFTER DELETE ON party_name  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_name', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'kind', OLD.kind, 'text', OLD.text, 'prefix', OLD.prefix, 'given', OLD.given, 'father', OLD.father, 'grandfather', OLD.grandfather, 'family', OLD.family, 'kunya', OLD.kunya, 'nickname', OLD.nickname, 'position', OLD.position, 'from_on', OLD.from_on, 'to_on', OLD.to_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_party_name_id BEFORE UPDATE OF id ON party_name BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_contact_point_insert AFTER INSERT ON contact_point  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'contact_point', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'kind', NEW.kind, 'label', NEW.label, 'value', NEW.value, 'preferred', NEW.preferred, 'do_not_use', NEW.do_not_use, 'note', NEW.note, 'position', NEW.position, 'from_on', NEW.from_on, 'to_on', NEW.to_on)), randomblob(16));
END;

CREATE TRIGGER capture_contact_point_update AFTER UPDATE OF party_id, kind, label, value, preferred, do_not_use, note, position, from_on, to_on ON contact_point WHEN OLD.party_id IS NOT NEW.party_id OR OLD.kind IS NOT NEW.kind OR OLD.label IS NOT NEW.label OR OLD.value IS NOT NEW.value OR OLD.preferred IS NOT NEW.preferred OR OLD.do_not_use IS NOT NEW.do_not_use OR OLD.note IS NOT NEW.note OR OLD.position IS NOT NEW.position OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'contact_point', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'label' AS k, OLD.label AS old, NEW.label AS new UNION ALL SELECT 'value' AS k, OLD.value AS old, NEW.value AS new UNION ALL SELECT 'preferred' AS k, OLD.preferred AS old, NEW.preferred AS new UNION ALL SELECT 'do_not_use' AS k, OLD.do_not_use AS old, NEW.do_not_use AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'label' AS k, OLD.label AS old, NEW.label AS new UNION ALL SELECT 'value' AS k, OLD.value AS old, NEW.value AS new UNION ALL SELECT 'preferred' AS k, OLD.preferred AS old, NEW.preferred AS new UNION ALL SELECT 'do_not_use' AS k, OLD.do_not_use AS old, NEW.do_not_use AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_contact_point_delete AFTER DELETE ON contact_point  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'contact_point', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'kind', OLD.kind, 'label', OLD.label, 'value', OLD.value, 'preferred', OLD.preferred, 'do_not_use', OLD.do_not_use, 'note', OLD.note, 'position', OLD.position, 'from_on', OLD.from_on, 'to_on', OLD.to_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_contact_point_id BEFORE UPDATE OF id ON contact_point BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_address_insert AFTER INSERT ON address  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'address', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'kind', NEW.kind, 'lines', NEW.lines, 'building', NEW.building, 'district', NEW.district, 'city', NEW.city, 'province', NEW.province, 'postcode', NEW.postcode, 'country', NEW.country, 'landmark', NEW.landmark, 'position', NEW.position, 'from_on', NEW.from_on, 'to_on', NEW.to_on)), randomblob(16));
END;

CREATE TRIGGER capture_address_update AFTER UPDATE OF party_id, kind, lines, building, district, city, province, postcode, country, landmark, position, from_on, to_on ON address WHEN OLD.party_id IS NOT NEW.party_id OR OLD.kind IS NOT NEW.kind OR OLD.lines IS NOT NEW.lines OR OLD.building IS NOT NEW.building OR OLD.district IS NOT NEW.district OR OLD.city IS NOT NEW.city OR OLD.province IS NOT NEW.province OR OLD.postcode IS NOT NEW.postcode OR OLD.country IS NOT NEW.country OR OLD.landmark IS NOT NEW.landmark OR OLD.position IS NOT NEW.position OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'address', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'lines' AS k, OLD.lines AS old, NEW.lines AS new UNION ALL SELECT 'building' AS k, OLD.building AS old, NEW.building AS new UNION ALL SELECT 'district' AS k, OLD.district AS old, NEW.district AS new UNION ALL SELECT 'city' AS k, OLD.city AS old, NEW.city AS new UNION ALL SELECT 'province' AS k, OLD.province AS old, NEW.province AS new UNION ALL SELECT 'postcode' AS k, OLD.postcode AS old, NEW.postcode AS new UNION ALL SELECT 'country' AS k, OLD.country AS old, NEW.country AS new UNION ALL SELECT 'landmark' AS k, OLD.landmark AS old, NEW.landmark AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'lines' AS k, OLD.lines AS old, NEW.lines AS new UNION ALL SELECT 'building' AS k, OLD.building AS old, NEW.building AS new UNION ALL SELECT 'district' AS k, OLD.district AS old, NEW.district AS new UNION ALL SELECT 'city' AS k, OLD.city AS old, NEW.city AS new UNION ALL SELECT 'province' AS k, OLD.province AS old, NEW.province AS new UNION ALL SELECT 'postcode' AS k, OLD.postcode AS old, NEW.postcode AS new UNION ALL SELECT 'country' AS k, OLD.country AS old, NEW.country AS new UNION ALL SELECT 'landmark' AS k, OLD.landmark AS old, NEW.landmark AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_address_delete AFTER DELETE ON address  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'address', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'kind', OLD.kind, 'lines', OLD.lines, 'building', OLD.building, 'district', OLD.district, 'city', OLD.city, 'province', OLD.province, 'postcode', OLD.postcode, 'country', OLD.country, 'landmark', OLD.landmark, 'position', OLD.position, 'from_on', OLD.from_on, 'to_on', OLD.to_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_address_id BEFORE UPDATE OF id ON address BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_identifier_insert AFTER INSERT ON identifier  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'identifier', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'scheme', NEW.scheme, 'value', NEW.value, 'issuer', NEW.issuer, 'expires_on', NEW.expires_on)), randomblob(16));
END;

CREATE TRIGGER capture_identifier_update AFTER UPDATE OF party_id, scheme, value, issuer, expires_on ON identifier WHEN OLD.party_id IS NOT NEW.party_id OR OLD.scheme IS NOT NEW.scheme OR OLD.value IS NOT NEW.value OR OLD.issuer IS NOT NEW.issuer OR OLD.expires_on IS NOT NEW.expires_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'identifier', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'scheme' AS k, OLD.scheme AS old, NEW.scheme AS new UNION ALL SELECT 'value' AS k, OLD.value AS old, NEW.value AS new UNION ALL SELECT 'issuer' AS k, OLD.issuer AS old, NEW.issuer AS new UNION ALL SELECT 'expires_on' AS k, OLD.expires_on AS old, NEW.expires_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'scheme' AS k, OLD.scheme AS old, NEW.scheme AS new UNION ALL SELECT 'value' AS k, OLD.value AS old, NEW.value AS new UNION ALL SELECT 'issuer' AS k, OLD.issuer AS old, NEW.issuer AS new UNION ALL SELECT 'expires_on' AS k, OLD.expires_on AS old, NEW.expires_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_identifier_delete AFTER DELETE ON identifier  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'identifier', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'scheme', OLD.scheme, 'value', OLD.value, 'issuer', OLD.issuer, 'expires_on', OLD.expires_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_identifier_id BEFORE UPDATE OF id ON identifier BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_party_role_insert AFTER INSERT ON party_role  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_role', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'type', NEW.type, 'owner_id', NEW.owner_id, 'deputy_id', NEW.deputy_id, 'terms', NEW.terms, 'started_on', NEW.started_on, 'ended_on', NEW.ended_on, 'end_reason', NEW.end_reason, 'win_back_on', NEW.win_back_on)), randomblob(16));
END;

CREATE TRIGGER capture_party_role_update AFTER UPDATE OF party_id, type, owner_id, deputy_id, terms, started_on, ended_on, end_reason, win_back_on ON party_role WHEN OLD.party_id IS NOT NEW.party_id OR OLD.type IS NOT NEW.type OR OLD.owner_id IS NOT NEW.owner_id OR OLD.deputy_id IS NOT NEW.deputy_id OR OLD.terms IS NOT NEW.terms OR OLD.started_on IS NOT NEW.started_on OR OLD.ended_on IS NOT NEW.ended_on OR OLD.end_reason IS NOT NEW.end_reason OR OLD.win_back_on IS NOT NEW.win_back_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_role', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'type' AS k, OLD.type AS old, NEW.type AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'deputy_id' AS k, OLD.deputy_id AS old, NEW.deputy_id AS new UNION ALL SELECT 'terms' AS k, OLD.terms AS old, NEW.terms AS new UNION ALL SELECT 'started_on' AS k, OLD.started_on AS old, NEW.started_on AS new UNION ALL SELECT 'ended_on' AS k, OLD.ended_on AS old, NEW.ended_on AS new UNION ALL SELECT 'end_reason' AS k, OLD.end_reason AS old, NEW.end_reason AS new UNION ALL SELECT 'win_back_on' AS k, OLD.win_back_on AS old, NEW.win_back_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'type' AS k, OLD.type AS old, NEW.type AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'deputy_id' AS k, OLD.deputy_id AS old, NEW.deputy_id AS new UNION ALL SELECT 'terms' AS k, OLD.terms AS old, NEW.terms AS new UNION ALL SELECT 'started_on' AS k, OLD.started_on AS old, NEW.started_on AS new UNION ALL SELECT 'ended_on' AS k, OLD.ended_on AS old, NEW.ended_on AS new UNION ALL SELECT 'end_reason' AS k, OLD.end_reason AS old, NEW.end_reason AS new UNION ALL SELECT 'win_back_on' AS k, OLD.win_back_on AS old, NEW.win_back_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_party_role_delete AFTER DELETE ON party_role  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'party_role', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'type', OLD.type, 'owner_id', OLD.owner_id, 'deputy_id', OLD.deputy_id, 'terms', OLD.terms, 'started_on', OLD.started_on, 'ended_on', OLD.ended_on, 'end_reason', OLD.end_reason, 'win_back_on', OLD.win_back_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_party_role_id BEFORE UPDATE OF id ON party_role BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_role_stage_event_insert AFTER INSERT ON role_stage_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'role_stage_event', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'role_id', NEW.role_id, 'from_stage', NEW.from_stage, 'to_stage', NEW.to_stage, 'at', NEW.at, 'by_id', NEW.by_id, 'reason', NEW.reason)), randomblob(16));
END;

CREATE TRIGGER capture_role_stage_event_update AFTER UPDATE OF party_id, role_id, from_stage, to_stage, at, by_id, reason ON role_stage_event WHEN OLD.party_id IS NOT NEW.party_id OR OLD.role_id IS NOT NEW.role_id OR OLD.from_stage IS NOT NEW.from_stage OR OLD.to_stage IS NOT NEW.to_stage OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.reason IS NOT NEW.reason BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'role_stage_event', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'role_id' AS k, OLD.role_id AS old, NEW.role_id AS new UNION ALL SELECT 'from_stage' AS k, OLD.from_stage AS old, NEW.from_stage AS new UNION ALL SELECT 'to_stage' AS k, OLD.to_stage AS old, NEW.to_stage AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'role_id' AS k, OLD.role_id AS old, NEW.role_id AS new UNION ALL SELECT 'from_stage' AS k, OLD.from_stage AS old, NEW.from_stage AS new UNION ALL SELECT 'to_stage' AS k, OLD.to_stage AS old, NEW.to_stage AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_role_stage_event_delete AFTER DELETE ON role_stage_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'role_stage_event', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'role_id', OLD.role_id, 'from_stage', OLD.from_stage, 'to_stage', OLD.to_stage, 'at', OLD.at, 'by_id', OLD.by_id, 'reason', OLD.reason)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_role_stage_event_id BEFORE UPDATE OF id ON role_stage_event BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_relationship_insert AFTER INSERT ON relationship  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'relationship', NEW.id, NEW.from_party_id, 'insert', NULL, json_patch('{}', json_object('from_party_id', NEW.from_party_id, 'to_party_id', NEW.to_party_id, 'type', NEW.type, 'position', NEW.position, 'note', NEW.note, 'from_on', NEW.from_on, 'to_on', NEW.to_on)), randomblob(16));
END;

CREATE TRIGGER capture_relationship_update AFTER UPDATE OF from_party_id, to_party_id, type, position, note, from_on, to_on ON relationship WHEN OLD.from_party_id IS NOT NEW.from_party_id OR OLD.to_party_id IS NOT NEW.to_party_id OR OLD.type IS NOT NEW.type OR OLD.position IS NOT NEW.position OR OLD.note IS NOT NEW.note OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'relationship', NEW.id, NEW.from_party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'from_party_id' AS k, OLD.from_party_id AS old, NEW.from_party_id AS new UNION ALL SELECT 'to_party_id' AS k, OLD.to_party_id AS old, NEW.to_party_id AS new UNION ALL SELECT 'type' AS k, OLD.type AS old, NEW.type AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'from_party_id' AS k, OLD.from_party_id AS old, NEW.from_party_id AS new UNION ALL SELECT 'to_party_id' AS k, OLD.to_party_id AS old, NEW.to_party_id AS new UNION ALL SELECT 'type' AS k, OLD.type AS old, NEW.type AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_relationship_delete AFTER DELETE ON relationship  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'relationship', OLD.id, OLD.from_party_id, 'delete', json_patch('{}', json_object('from_party_id', OLD.from_party_id, 'to_party_id', OLD.to_party_id, 'type', OLD.type, 'position', OLD.position, 'note', OLD.note, 'from_on', OLD.from_on, 'to_on', OLD.to_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_relationship_id BEFORE UPDATE OF id ON relationship BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_occasion_insert AFTER INSERT ON occasion  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'occasion', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'kind', NEW.kind, 'calendar', NEW.calendar, 'year', NEW.year, 'month', NEW.month, 'day', NEW.day, 'label', NEW.label, 'remind_days', NEW.remind_days)), randomblob(16));
END;

CREATE TRIGGER capture_occasion_update AFTER UPDATE OF party_id, kind, calendar, year, month, day, label, remind_days ON occasion WHEN OLD.party_id IS NOT NEW.party_id OR OLD.kind IS NOT NEW.kind OR OLD.calendar IS NOT NEW.calendar OR OLD.year IS NOT NEW.year OR OLD.month IS NOT NEW.month OR OLD.day IS NOT NEW.day OR OLD.label IS NOT NEW.label OR OLD.remind_days IS NOT NEW.remind_days BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'occasion', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'calendar' AS k, OLD.calendar AS old, NEW.calendar AS new UNION ALL SELECT 'year' AS k, OLD.year AS old, NEW.year AS new UNION ALL SELECT 'month' AS k, OLD.month AS old, NEW.month AS new UNION ALL SELECT 'day' AS k, OLD.day AS old, NEW.day AS new UNION ALL SELECT 'label' AS k, OLD.label AS old, NEW.label AS new UNION ALL SELECT 'remind_days' AS k, OLD.remind_days AS old, NEW.remind_days AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'calendar' AS k, OLD.calendar AS old, NEW.calendar AS new UNION ALL SELECT 'year' AS k, OLD.year AS old, NEW.year AS new UNION ALL SELECT 'month' AS k, OLD.month AS old, NEW.month AS new UNION ALL SELECT 'day' AS k, OLD.day AS old, NEW.day AS new UNION ALL SELECT 'label' AS k, OLD.label AS old, NEW.label AS new UNION ALL SELECT 'remind_days' AS k, OLD.remind_days AS old, NEW.remind_days AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_occasion_delete AFTER DELETE ON occasion  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'occasion', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'kind', OLD.kind, 'calendar', OLD.calendar, 'year', OLD.year, 'month', OLD.month, 'day', OLD.day, 'label', OLD.label, 'remind_days', OLD.remind_days)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_occasion_id BEFORE UPDATE OF id ON occasion BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_preference_insert AFTER INSERT ON preference  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'preference', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'key', NEW.key, 'value', NEW.value)), randomblob(16));
END;

CREATE TRIGGER capture_preference_update AFTER UPDATE OF party_id, key, value ON preference WHEN OLD.party_id IS NOT NEW.party_id OR OLD.key IS NOT NEW.key OR OLD.value IS NOT NEW.value BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'preference', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'key' AS k, OLD.key AS old, NEW.key AS new UNION ALL SELECT 'value' AS k, OLD.value AS old, NEW.value AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'key' AS k, OLD.key AS old, NEW.key AS new UNION ALL SELECT 'value' AS k, OLD.value AS old, NEW.value AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_preference_delete AFTER DELETE ON preference  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'preference', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'key', OLD.key, 'value', OLD.value)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_preference_id BEFORE UPDATE OF id ON preference BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_need_insert AFTER INSERT ON need  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'need', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'words', NEW.words, 'tags', NEW.tags, 'urgency', NEW.urgency, 'status', NEW.status, 'evidence', NEW.evidence, 'noted_on', NEW.noted_on)), randomblob(16));
END;

CREATE TRIGGER capture_need_update AFTER UPDATE OF party_id, words, tags, urgency, status, evidence, noted_on ON need WHEN OLD.party_id IS NOT NEW.party_id OR OLD.words IS NOT NEW.words OR OLD.tags IS NOT NEW.tags OR OLD.urgency IS NOT NEW.urgency OR OLD.status IS NOT NEW.status OR OLD.evidence IS NOT NEW.evidence OR OLD.noted_on IS NOT NEW.noted_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'need', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new UNION ALL SELECT 'tags' AS k, OLD.tags AS old, NEW.tags AS new UNION ALL SELECT 'urgency' AS k, OLD.urgency AS old, NEW.urgency AS new UNION ALL SELECT 'status' AS k, OLD.status AS old, NEW.status AS new UNION ALL SELECT 'evidence' AS k, OLD.evidence AS old, NEW.evidence AS new UNION ALL SELECT 'noted_on' AS k, OLD.noted_on AS old, NEW.noted_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new UNION ALL SELECT 'tags' AS k, OLD.tags AS old, NEW.tags AS new UNION ALL SELECT 'urgency' AS k, OLD.urgency AS old, NEW.urgency AS new UNION ALL SELECT 'status' AS k, OLD.status AS old, NEW.status AS new UNION ALL SELECT 'evidence' AS k, OLD.evidence AS old, NEW.evidence AS new UNION ALL SELECT 'noted_on' AS k, OLD.noted_on AS old, NEW.noted_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_need_delete AFTER DELETE ON need  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'need', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'words', OLD.words, 'tags', OLD.tags, 'urgency', OLD.urgency, 'status', OLD.status, 'evidence', OLD.evidence, 'noted_on', OLD.noted_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_need_id BEFORE UPDATE OF id ON need BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_value_driver_insert AFTER INSERT ON value_driver  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'value_driver', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'driver', NEW.driver, 'rank', NEW.rank, 'words', NEW.words, 'noted_on', NEW.noted_on)), randomblob(16));
END;

CREATE TRIGGER capture_value_driver_update AFTER UPDATE OF party_id, driver, rank, words, noted_on ON value_driver WHEN OLD.party_id IS NOT NEW.party_id OR OLD.driver IS NOT NEW.driver OR OLD.rank IS NOT NEW.rank OR OLD.words IS NOT NEW.words OR OLD.noted_on IS NOT NEW.noted_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'value_driver', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'driver' AS k, OLD.driver AS old, NEW.driver AS new UNION ALL SELECT 'rank' AS k, OLD.rank AS old, NEW.rank AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new UNION ALL SELECT 'noted_on' AS k, OLD.noted_on AS old, NEW.noted_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'driver' AS k, OLD.driver AS old, NEW.driver AS new UNION ALL SELECT 'rank' AS k, OLD.rank AS old, NEW.rank AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new UNION ALL SELECT 'noted_on' AS k, OLD.noted_on AS old, NEW.noted_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_value_driver_delete AFTER DELETE ON value_driver  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'value_driver', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'driver', OLD.driver, 'rank', OLD.rank, 'words', OLD.words, 'noted_on', OLD.noted_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_value_driver_id BEFORE UPDATE OF id ON value_driver BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_duplicate_verdict_insert AFTER INSERT ON duplicate_verdict  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'duplicate_verdict', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'other_party_id', NEW.other_party_id, 'verdict', NEW.verdict, 'at', NEW.at, 'by_id', NEW.by_id)), randomblob(16));
END;

CREATE TRIGGER capture_duplicate_verdict_update AFTER UPDATE OF party_id, other_party_id, verdict, at, by_id ON duplicate_verdict WHEN OLD.party_id IS NOT NEW.party_id OR OLD.other_party_id IS NOT NEW.other_party_id OR OLD.verdict IS NOT NEW.verdict OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'duplicate_verdict', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'other_party_id' AS k, OLD.other_party_id AS old, NEW.other_party_id AS new UNION ALL SELECT 'verdict' AS k, OLD.verdict AS old, NEW.verdict AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'other_party_id' AS k, OLD.other_party_id AS old, NEW.other_party_id AS new UNION ALL SELECT 'verdict' AS k, OLD.verdict AS old, NEW.verdict AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_duplicate_verdict_delete AFTER DELETE ON duplicate_verdict  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'duplicate_verdict', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'other_party_id', OLD.other_party_id, 'verdict', OLD.verdict, 'at', OLD.at, 'by_id', OLD.by_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_duplicate_verdict_id BEFORE UPDATE OF id ON duplicate_verdict BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_quality_rule_insert AFTER INSERT ON quality_rule  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_rule', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('name', NEW.name, 'severity', NEW.severity, 'owner_id', NEW.owner_id, 'active', NEW.active, 'definition', NEW.definition, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_quality_rule_update AFTER UPDATE OF name, severity, owner_id, active, definition, created_at ON quality_rule WHEN OLD.name IS NOT NEW.name OR OLD.severity IS NOT NEW.severity OR OLD.owner_id IS NOT NEW.owner_id OR OLD.active IS NOT NEW.active OR OLD.definition IS NOT NEW.definition OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_rule', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'severity' AS k, OLD.severity AS old, NEW.severity AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'severity' AS k, OLD.severity AS old, NEW.severity AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_quality_rule_delete AFTER DELETE ON quality_rule  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_rule', OLD.id, NULL, 'delete', json_patch('{}', json_object('name', OLD.name, 'severity', OLD.severity, 'owner_id', OLD.owner_id, 'active', OLD.active, 'definition', OLD.definition, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_quality_rule_id BEFORE UPDATE OF id ON quality_rule BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_quality_wish_insert AFTER INSERT ON quality_wish  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_wish', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('name', NEW.name, 'weight', NEW.weight, 'definition', NEW.definition, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_quality_wish_update AFTER UPDATE OF name, weight, definition, created_at ON quality_wish WHEN OLD.name IS NOT NEW.name OR OLD.weight IS NOT NEW.weight OR OLD.definition IS NOT NEW.definition OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_wish', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'weight' AS k, OLD.weight AS old, NEW.weight AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'weight' AS k, OLD.weight AS old, NEW.weight AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_quality_wish_delete AFTER DELETE ON quality_wish  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_wish', OLD.id, NULL, 'delete', json_patch('{}', json_object('name', OLD.name, 'weight', OLD.weight, 'definition', OLD.definition, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_quality_wish_id BEFORE UPDATE OF id ON quality_wish BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_quality_dismissal_insert AFTER INSERT ON quality_dismissal  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_dismissal', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'rule_id', NEW.rule_id, 'reason', NEW.reason, 'at', NEW.at, 'by_id', NEW.by_id)), randomblob(16));
END;

CREATE TRIGGER capture_quality_dismissal_update AFTER UPDATE OF party_id, rule_id, reason, at, by_id ON quality_dismissal WHEN OLD.party_id IS NOT NEW.party_id OR OLD.rule_id IS NOT NEW.rule_id OR OLD.reason IS NOT NEW.reason OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_dismissal', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'rule_id' AS k, OLD.rule_id AS old, NEW.rule_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'rule_id' AS k, OLD.rule_id AS old, NEW.rule_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_quality_dismissal_delete AFTER DELETE ON quality_dismissal  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quality_dismissal', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'rule_id', OLD.rule_id, 'reason', OLD.reason, 'at', OLD.at, 'by_id', OLD.by_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_quality_dismissal_id BEFORE UPDATE OF id ON quality_dismissal BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_activity_insert AFTER INSERT ON activity  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'activity', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('kind', NEW.kind, 'direction', NEW.direction, 'subject', NEW.subject, 'body', NEW.body, 'at', NEW.at, 'duration_minutes', NEW.duration_minutes, 'outcome', NEW.outcome, 'place', NEW.place, 'author_id', NEW.author_id, 'external_key', NEW.external_key, 'created_at', NEW.created_at, 'deleted_at', NEW.deleted_at, 'recorded_by', NEW.recorded_by)), randomblob(16));
END;

CREATE TRIGGER capture_activity_update AFTER UPDATE OF kind, direction, subject, body, at, duration_minutes, outcome, place, author_id, external_key, created_at, deleted_at, recorded_by ON activity WHEN OLD.kind IS NOT NEW.kind OR OLD.direction IS NOT NEW.direction OR OLD.subject IS NOT NEW.subject OR OLD.body IS NOT NEW.body OR OLD.at IS NOT NEW.at OR OLD.duration_minutes IS NOT NEW.duration_minutes OR OLD.outcome IS NOT NEW.outcome OR OLD.place IS NOT NEW.place OR OLD.author_id IS NOT NEW.author_id OR OLD.external_key IS NOT NEW.external_key OR OLD.created_at IS NOT NEW.created_at OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.recorded_by IS NOT NEW.recorded_by BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'activity', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'direction' AS k, OLD.direction AS old, NEW.direction AS new UNION ALL SELECT 'subject' AS k, OLD.subject AS old, NEW.subject AS new UNION ALL SELECT 'body' AS k, OLD.body AS old, NEW.body AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'duration_minutes' AS k, OLD.duration_minutes AS old, NEW.duration_minutes AS new UNION ALL SELECT 'outcome' AS k, OLD.outcome AS old, NEW.outcome AS new UNION ALL SELECT 'place' AS k, OLD.place AS old, NEW.place AS new UNION ALL SELECT 'author_id' AS k, OLD.author_id AS old, NEW.author_id AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'recorded_by' AS k, OLD.recorded_by AS old, NEW.recorded_by AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'direction' AS k, OLD.direction AS old, NEW.direction AS new UNION ALL SELECT 'subject' AS k, OLD.subject AS old, NEW.subject AS new UNION ALL SELECT 'body' AS k, OLD.body AS old, NEW.body AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'duration_minutes' AS k, OLD.duration_minutes AS old, NEW.duration_minutes AS new UNION ALL SELECT 'outcome' AS k, OLD.outcome AS old, NEW.outcome AS new UNION ALL SELECT 'place' AS k, OLD.place AS old, NEW.place AS new UNION ALL SELECT 'author_id' AS k, OLD.author_id AS old, NEW.author_id AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'recorded_by' AS k, OLD.recorded_by AS old, NEW.recorded_by AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_activity_delete AFTER DELETE ON activity  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'activity', OLD.id, NULL, 'delete', json_patch('{}', json_object('kind', OLD.kind, 'direction', OLD.direction, 'subject', OLD.subject, 'body', OLD.body, 'at', OLD.at, 'duration_minutes', OLD.duration_minutes, 'outcome', OLD.outcome, 'place', OLD.place, 'author_id', OLD.author_id, 'external_key', OLD.external_key, 'created_at', OLD.created_at, 'deleted_at', OLD.deleted_at, 'recorded_by', OLD.recorded_by)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_activity_id BEFORE UPDATE OF id ON activity BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_activity_party_insert AFTER INSERT ON activity_party  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'activity_party', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('activity_id', NEW.activity_id, 'party_id', NEW.party_id, 'role', NEW.role)), randomblob(16));
END;

CREATE TRIGGER capture_activity_party_update AFTER UPDATE OF activity_id, party_id, role ON activity_party WHEN OLD.activity_id IS NOT NEW.activity_id OR OLD.party_id IS NOT NEW.party_id OR OLD.role IS NOT NEW.role BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'activity_party', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'activity_id' AS k, OLD.activity_id AS old, NEW.activity_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'activity_id' AS k, OLD.activity_id AS old, NEW.activity_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_activity_party_delete AFTER DELETE ON activity_party  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'activity_party', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('activity_id', OLD.activity_id, 'party_id', OLD.party_id, 'role', OLD.role)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_activity_party_id BEFORE UPDATE OF id ON activity_party BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_measure_unit_insert AFTER INSERT ON measure_unit  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'measure_unit', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('names', NEW.names, 'base_id', NEW.base_id, 'factor_part', NEW.factor_part, 'factor_of', NEW.factor_of, 'active', NEW.active)), randomblob(16));
END;

CREATE TRIGGER capture_measure_unit_update AFTER UPDATE OF names, base_id, factor_part, factor_of, active ON measure_unit WHEN OLD.names IS NOT NEW.names OR OLD.base_id IS NOT NEW.base_id OR OLD.factor_part IS NOT NEW.factor_part OR OLD.factor_of IS NOT NEW.factor_of OR OLD.active IS NOT NEW.active BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'measure_unit', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'base_id' AS k, OLD.base_id AS old, NEW.base_id AS new UNION ALL SELECT 'factor_part' AS k, OLD.factor_part AS old, NEW.factor_part AS new UNION ALL SELECT 'factor_of' AS k, OLD.factor_of AS old, NEW.factor_of AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'base_id' AS k, OLD.base_id AS old, NEW.base_id AS new UNION ALL SELECT 'factor_part' AS k, OLD.factor_part AS old, NEW.factor_part AS new UNION ALL SELECT 'factor_of' AS k, OLD.factor_of AS old, NEW.factor_of AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_measure_unit_delete AFTER DELETE ON measure_unit  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'measure_unit', OLD.id, NULL, 'delete', json_patch('{}', json_object('names', OLD.names, 'base_id', OLD.base_id, 'factor_part', OLD.factor_part, 'factor_of', OLD.factor_of, 'active', OLD.active)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_measure_unit_id BEFORE UPDATE OF id ON measure_unit BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_product_category_insert AFTER INSERT ON product_category  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product_category', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('names', NEW.names, 'parent_id', NEW.parent_id, 'position', NEW.position, 'active', NEW.active)), randomblob(16));
END;

CREATE TRIGGER capture_product_category_update AFTER UPDATE OF names, parent_id, position, active ON product_category WHEN OLD.names IS NOT NEW.names OR OLD.parent_id IS NOT NEW.parent_id OR OLD.position IS NOT NEW.position OR OLD.active IS NOT NEW.active BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product_category', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'parent_id' AS k, OLD.parent_id AS old, NEW.parent_id AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'parent_id' AS k, OLD.parent_id AS old, NEW.parent_id AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_product_category_delete AFTER DELETE ON product_category  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product_category', OLD.id, NULL, 'delete', json_patch('{}', json_object('names', OLD.names, 'parent_id', OLD.parent_id, 'position', OLD.position, 'active', OLD.active)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_product_category_id BEFORE UPDATE OF id ON product_category BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_tax_insert AFTER INSERT ON tax  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'tax', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('names', NEW.names, 'included', NEW.included, 'rates', NEW.rates, 'unit_id', NEW.unit_id, 'active', NEW.active)), randomblob(16));
END;

CREATE TRIGGER capture_tax_update AFTER UPDATE OF names, included, rates, unit_id, active ON tax WHEN OLD.names IS NOT NEW.names OR OLD.included IS NOT NEW.included OR OLD.rates IS NOT NEW.rates OR OLD.unit_id IS NOT NEW.unit_id OR OLD.active IS NOT NEW.active BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'tax', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'included' AS k, OLD.included AS old, NEW.included AS new UNION ALL SELECT 'rates' AS k, OLD.rates AS old, NEW.rates AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'included' AS k, OLD.included AS old, NEW.included AS new UNION ALL SELECT 'rates' AS k, OLD.rates AS old, NEW.rates AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_tax_delete AFTER DELETE ON tax  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'tax', OLD.id, NULL, 'delete', json_patch('{}', json_object('names', OLD.names, 'included', OLD.included, 'rates', OLD.rates, 'unit_id', OLD.unit_id, 'active', OLD.active)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_tax_id BEFORE UPDATE OF id ON tax BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_product_insert AFTER INSERT ON product  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('code', NEW.code, 'kind', NEW.kind, 'names', NEW.names, 'descriptions', NEW.descriptions, 'category_id', NEW.category_id, 'unit_id', NEW.unit_id, 'tax_ids', NEW.tax_ids, 'steps', NEW.steps, 'active', NEW.active, 'external_key', NEW.external_key, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_product_update AFTER UPDATE OF code, kind, names, descriptions, category_id, unit_id, tax_ids, steps, active, external_key, created_at ON product WHEN OLD.code IS NOT NEW.code OR OLD.kind IS NOT NEW.kind OR OLD.names IS NOT NEW.names OR OLD.descriptions IS NOT NEW.descriptions OR OLD.category_id IS NOT NEW.category_id OR OLD.unit_id IS NOT NEW.unit_id OR OLD.tax_ids IS NOT NEW.tax_ids OR OLD.steps IS NOT NEW.steps OR OLD.active IS NOT NEW.active OR OLD.external_key IS NOT NEW.external_key OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'code' AS k, OLD.code AS old, NEW.code AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'descriptions' AS k, OLD.descriptions AS old, NEW.descriptions AS new UNION ALL SELECT 'category_id' AS k, OLD.category_id AS old, NEW.category_id AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'tax_ids' AS k, OLD.tax_ids AS old, NEW.tax_ids AS new UNION ALL SELECT 'steps' AS k, OLD.steps AS old, NEW.steps AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'code' AS k, OLD.code AS old, NEW.code AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'descriptions' AS k, OLD.descriptions AS old, NEW.descriptions AS new UNION ALL SELECT 'category_id' AS k, OLD.category_id AS old, NEW.category_id AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'tax_ids' AS k, OLD.tax_ids AS old, NEW.tax_ids AS new UNION ALL SELECT 'steps' AS k, OLD.steps AS old, NEW.steps AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_product_delete AFTER DELETE ON product  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product', OLD.id, NULL, 'delete', json_patch('{}', json_object('code', OLD.code, 'kind', OLD.kind, 'names', OLD.names, 'descriptions', OLD.descriptions, 'category_id', OLD.category_id, 'unit_id', OLD.unit_id, 'tax_ids', OLD.tax_ids, 'steps', OLD.steps, 'active', OLD.active, 'external_key', OLD.external_key, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_product_id BEFORE UPDATE OF id ON product BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_product_component_insert AFTER INSERT ON product_component  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product_component', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('bundle_id', NEW.bundle_id, 'product_id', NEW.product_id, 'quantity', NEW.quantity, 'position', NEW.position)), randomblob(16));
END;

CREATE TRIGGER capture_product_component_update AFTER UPDATE OF bundle_id, product_id, quantity, position ON product_component WHEN OLD.bundle_id IS NOT NEW.bundle_id OR OLD.product_id IS NOT NEW.product_id OR OLD.quantity IS NOT NEW.quantity OR OLD.position IS NOT NEW.position BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product_component', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'bundle_id' AS k, OLD.bundle_id AS old, NEW.bundle_id AS new UNION ALL SELECT 'product_id' AS k, OLD.product_id AS old, NEW.product_id AS new UNION ALL SELECT 'quantity' AS k, OLD.quantity AS old, NEW.quantity AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'bundle_id' AS k, OLD.bundle_id AS old, NEW.bundle_id AS new UNION ALL SELECT 'product_id' AS k, OLD.product_id AS old, NEW.product_id AS new UNION ALL SELECT 'quantity' AS k, OLD.quantity AS old, NEW.quantity AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_product_component_delete AFTER DELETE ON product_component  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'product_component', OLD.id, NULL, 'delete', json_patch('{}', json_object('bundle_id', OLD.bundle_id, 'product_id', OLD.product_id, 'quantity', OLD.quantity, 'position', OLD.position)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_product_component_id BEFORE UPDATE OF id ON product_component BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_price_book_insert AFTER INSERT ON price_book  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_book', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('names', NEW.names, 'currency', NEW.currency, 'from_on', NEW.from_on, 'to_on', NEW.to_on, 'is_default', NEW.is_default, 'rounding', NEW.rounding, 'active', NEW.active)), randomblob(16));
END;

CREATE TRIGGER capture_price_book_update AFTER UPDATE OF names, currency, from_on, to_on, is_default, rounding, active ON price_book WHEN OLD.names IS NOT NEW.names OR OLD.currency IS NOT NEW.currency OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on OR OLD.is_default IS NOT NEW.is_default OR OLD.rounding IS NOT NEW.rounding OR OLD.active IS NOT NEW.active BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_book', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'is_default' AS k, OLD.is_default AS old, NEW.is_default AS new UNION ALL SELECT 'rounding' AS k, OLD.rounding AS old, NEW.rounding AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'is_default' AS k, OLD.is_default AS old, NEW.is_default AS new UNION ALL SELECT 'rounding' AS k, OLD.rounding AS old, NEW.rounding AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_price_book_delete AFTER DELETE ON price_book  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_book', OLD.id, NULL, 'delete', json_patch('{}', json_object('names', OLD.names, 'currency', OLD.currency, 'from_on', OLD.from_on, 'to_on', OLD.to_on, 'is_default', OLD.is_default, 'rounding', OLD.rounding, 'active', OLD.active)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_price_book_id BEFORE UPDATE OF id ON price_book BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_price_entry_insert AFTER INSERT ON price_entry  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_entry', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('book_id', NEW.book_id, 'product_id', NEW.product_id, 'from_quantity', NEW.from_quantity, 'price', NEW.price)), randomblob(16));
END;

CREATE TRIGGER capture_price_entry_update AFTER UPDATE OF book_id, product_id, from_quantity, price ON price_entry WHEN OLD.book_id IS NOT NEW.book_id OR OLD.product_id IS NOT NEW.product_id OR OLD.from_quantity IS NOT NEW.from_quantity OR OLD.price IS NOT NEW.price BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_entry', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'book_id' AS k, OLD.book_id AS old, NEW.book_id AS new UNION ALL SELECT 'product_id' AS k, OLD.product_id AS old, NEW.product_id AS new UNION ALL SELECT 'from_quantity' AS k, OLD.from_quantity AS old, NEW.from_quantity AS new UNION ALL SELECT 'price' AS k, OLD.price AS old, NEW.price AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'book_id' AS k, OLD.book_id AS old, NEW.book_id AS new UNION ALL SELECT 'product_id' AS k, OLD.product_id AS old, NEW.product_id AS new UNION ALL SELECT 'from_quantity' AS k, OLD.from_quantity AS old, NEW.from_quantity AS new UNION ALL SELECT 'price' AS k, OLD.price AS old, NEW.price AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_price_entry_delete AFTER DELETE ON price_entry  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_entry', OLD.id, NULL, 'delete', json_patch('{}', json_object('book_id', OLD.book_id, 'product_id', OLD.product_id, 'from_quantity', OLD.from_quantity, 'price', OLD.price)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_price_entry_id BEFORE UPDATE OF id ON price_entry BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_price_rule_insert AFTER INSERT ON price_rule  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_rule', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('names', NEW.names, 'condition', NEW.condition, 'effect', NEW.effect, 'priority', NEW.priority, 'from_on', NEW.from_on, 'to_on', NEW.to_on, 'ends', NEW.ends, 'active', NEW.active)), randomblob(16));
END;

CREATE TRIGGER capture_price_rule_update AFTER UPDATE OF names, condition, effect, priority, from_on, to_on, ends, active ON price_rule WHEN OLD.names IS NOT NEW.names OR OLD.condition IS NOT NEW.condition OR OLD.effect IS NOT NEW.effect OR OLD.priority IS NOT NEW.priority OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on OR OLD.ends IS NOT NEW.ends OR OLD.active IS NOT NEW.active BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_rule', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'condition' AS k, OLD.condition AS old, NEW.condition AS new UNION ALL SELECT 'effect' AS k, OLD.effect AS old, NEW.effect AS new UNION ALL SELECT 'priority' AS k, OLD.priority AS old, NEW.priority AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'ends' AS k, OLD.ends AS old, NEW.ends AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'condition' AS k, OLD.condition AS old, NEW.condition AS new UNION ALL SELECT 'effect' AS k, OLD.effect AS old, NEW.effect AS new UNION ALL SELECT 'priority' AS k, OLD.priority AS old, NEW.priority AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'ends' AS k, OLD.ends AS old, NEW.ends AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_price_rule_delete AFTER DELETE ON price_rule  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'price_rule', OLD.id, NULL, 'delete', json_patch('{}', json_object('names', OLD.names, 'condition', OLD.condition, 'effect', OLD.effect, 'priority', OLD.priority, 'from_on', OLD.from_on, 'to_on', OLD.to_on, 'ends', OLD.ends, 'active', OLD.active)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_price_rule_id BEFORE UPDATE OF id ON price_rule BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_pipeline_insert AFTER INSERT ON pipeline  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'pipeline', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('names', NEW.names, 'currency', NEW.currency, 'position', NEW.position, 'active', NEW.active, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_pipeline_update AFTER UPDATE OF names, currency, position, active, created_at ON pipeline WHEN OLD.names IS NOT NEW.names OR OLD.currency IS NOT NEW.currency OR OLD.position IS NOT NEW.position OR OLD.active IS NOT NEW.active OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'pipeline', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_pipeline_delete AFTER DELETE ON pipeline  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'pipeline', OLD.id, NULL, 'delete', json_patch('{}', json_object('names', OLD.names, 'currency', OLD.currency, 'position', OLD.position, 'active', OLD.active, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_pipeline_id BEFORE UPDATE OF id ON pipeline BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_pipeline_stage_insert AFTER INSERT ON pipeline_stage  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'pipeline_stage', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('pipeline_id', NEW.pipeline_id, 'names', NEW.names, 'kind', NEW.kind, 'position', NEW.position, 'odds', NEW.odds, 'rot_days', NEW.rot_days, 'needs', NEW.needs, 'criteria', NEW.criteria, 'active', NEW.active)), randomblob(16));
END;

CREATE TRIGGER capture_pipeline_stage_update AFTER UPDATE OF pipeline_id, names, kind, position, odds, rot_days, needs, criteria, active ON pipeline_stage WHEN OLD.pipeline_id IS NOT NEW.pipeline_id OR OLD.names IS NOT NEW.names OR OLD.kind IS NOT NEW.kind OR OLD.position IS NOT NEW.position OR OLD.odds IS NOT NEW.odds OR OLD.rot_days IS NOT NEW.rot_days OR OLD.needs IS NOT NEW.needs OR OLD.criteria IS NOT NEW.criteria OR OLD.active IS NOT NEW.active BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'pipeline_stage', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'pipeline_id' AS k, OLD.pipeline_id AS old, NEW.pipeline_id AS new UNION ALL SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'odds' AS k, OLD.odds AS old, NEW.odds AS new UNION ALL SELECT 'rot_days' AS k, OLD.rot_days AS old, NEW.rot_days AS new UNION ALL SELECT 'needs' AS k, OLD.needs AS old, NEW.needs AS new UNION ALL SELECT 'criteria' AS k, OLD.criteria AS old, NEW.criteria AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'pipeline_id' AS k, OLD.pipeline_id AS old, NEW.pipeline_id AS new UNION ALL SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'odds' AS k, OLD.odds AS old, NEW.odds AS new UNION ALL SELECT 'rot_days' AS k, OLD.rot_days AS old, NEW.rot_days AS new UNION ALL SELECT 'needs' AS k, OLD.needs AS old, NEW.needs AS new UNION ALL SELECT 'criteria' AS k, OLD.criteria AS old, NEW.criteria AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_pipeline_stage_delete AFTER DELETE ON pipeline_stage  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'pipeline_stage', OLD.id, NULL, 'delete', json_patch('{}', json_object('pipeline_id', OLD.pipeline_id, 'names', OLD.names, 'kind', OLD.kind, 'position', OLD.position, 'odds', OLD.odds, 'rot_days', OLD.rot_days, 'needs', OLD.needs, 'criteria', OLD.criteria, 'active', OLD.active)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_pipeline_stage_id BEFORE UPDATE OF id ON pipeline_stage BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_loss_reason_insert AFTER INSERT ON loss_reason  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'loss_reason', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('about', NEW.about, 'names', NEW.names, 'position', NEW.position, 'active', NEW.active)), randomblob(16));
END;

CREATE TRIGGER capture_loss_reason_update AFTER UPDATE OF about, names, position, active ON loss_reason WHEN OLD.about IS NOT NEW.about OR OLD.names IS NOT NEW.names OR OLD.position IS NOT NEW.position OR OLD.active IS NOT NEW.active BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'loss_reason', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'about' AS k, OLD.about AS old, NEW.about AS new UNION ALL SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'about' AS k, OLD.about AS old, NEW.about AS new UNION ALL SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'position' AS k, OLD.position AS old, NEW.position AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_loss_reason_delete AFTER DELETE ON loss_reason  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'loss_reason', OLD.id, NULL, 'delete', json_patch('{}', json_object('about', OLD.about, 'names', OLD.names, 'position', OLD.position, 'active', OLD.active)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_loss_reason_id BEFORE UPDATE OF id ON loss_reason BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_lead_insert AFTER INSERT ON lead  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'lead', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'interest', NEW.interest, 'source', NEW.source, 'received_at', NEW.received_at, 'amount', NEW.amount, 'currency', NEW.currency, 'owner_id', NEW.owner_id, 'unit_id', NEW.unit_id, 'note', NEW.note, 'external_key', NEW.external_key, 'created_at', NEW.created_at, 'created_by', NEW.created_by, 'deleted_at', NEW.deleted_at)), randomblob(16));
END;

CREATE TRIGGER capture_lead_update AFTER UPDATE OF party_id, interest, source, received_at, amount, currency, owner_id, unit_id, note, external_key, created_at, created_by, deleted_at ON lead WHEN OLD.party_id IS NOT NEW.party_id OR OLD.interest IS NOT NEW.interest OR OLD.source IS NOT NEW.source OR OLD.received_at IS NOT NEW.received_at OR OLD.amount IS NOT NEW.amount OR OLD.currency IS NOT NEW.currency OR OLD.owner_id IS NOT NEW.owner_id OR OLD.unit_id IS NOT NEW.unit_id OR OLD.note IS NOT NEW.note OR OLD.external_key IS NOT NEW.external_key OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by OR OLD.deleted_at IS NOT NEW.deleted_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'lead', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'interest' AS k, OLD.interest AS old, NEW.interest AS new UNION ALL SELECT 'source' AS k, OLD.source AS old, NEW.source AS new UNION ALL SELECT 'received_at' AS k, OLD.received_at AS old, NEW.received_at AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'interest' AS k, OLD.interest AS old, NEW.interest AS new UNION ALL SELECT 'source' AS k, OLD.source AS old, NEW.source AS new UNION ALL SELECT 'received_at' AS k, OLD.received_at AS old, NEW.received_at AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_lead_delete AFTER DELETE ON lead  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'lead', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'interest', OLD.interest, 'source', OLD.source, 'received_at', OLD.received_at, 'amount', OLD.amount, 'currency', OLD.currency, 'owner_id', OLD.owner_id, 'unit_id', OLD.unit_id, 'note', OLD.note, 'external_key', OLD.external_key, 'created_at', OLD.created_at, 'created_by', OLD.created_by, 'deleted_at', OLD.deleted_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_lead_id BEFORE UPDATE OF id ON lead BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_lead_event_insert AFTER INSERT ON lead_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'lead_event', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('lead_id', NEW.lead_id, 'party_id', NEW.party_id, 'to_state', NEW.to_state, 'at', NEW.at, 'by_id', NEW.by_id, 'activity_id', NEW.activity_id, 'reason_id', NEW.reason_id, 'words', NEW.words)), randomblob(16));
END;

CREATE TRIGGER capture_lead_event_update AFTER UPDATE OF lead_id, party_id, to_state, at, by_id, activity_id, reason_id, words ON lead_event WHEN OLD.lead_id IS NOT NEW.lead_id OR OLD.party_id IS NOT NEW.party_id OR OLD.to_state IS NOT NEW.to_state OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.activity_id IS NOT NEW.activity_id OR OLD.reason_id IS NOT NEW.reason_id OR OLD.words IS NOT NEW.words BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'lead_event', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'lead_id' AS k, OLD.lead_id AS old, NEW.lead_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'to_state' AS k, OLD.to_state AS old, NEW.to_state AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'activity_id' AS k, OLD.activity_id AS old, NEW.activity_id AS new UNION ALL SELECT 'reason_id' AS k, OLD.reason_id AS old, NEW.reason_id AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'lead_id' AS k, OLD.lead_id AS old, NEW.lead_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'to_state' AS k, OLD.to_state AS old, NEW.to_state AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'activity_id' AS k, OLD.activity_id AS old, NEW.activity_id AS new UNION ALL SELECT 'reason_id' AS k, OLD.reason_id AS old, NEW.reason_id AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_lead_event_delete AFTER DELETE ON lead_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'lead_event', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('lead_id', OLD.lead_id, 'party_id', OLD.party_id, 'to_state', OLD.to_state, 'at', OLD.at, 'by_id', OLD.by_id, 'activity_id', OLD.activity_id, 'reason_id', OLD.reason_id, 'words', OLD.words)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_lead_event_id BEFORE UPDATE OF id ON lead_event BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_deal_insert AFTER INSERT ON deal  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'pipeline_id', NEW.pipeline_id, 'title', NEW.title, 'amount', NEW.amount, 'currency', NEW.currency, 'expected_on', NEW.expected_on, 'category', NEW.category, 'owner_id', NEW.owner_id, 'next_step', NEW.next_step, 'note', NEW.note, 'external_key', NEW.external_key, 'created_at', NEW.created_at, 'created_by', NEW.created_by, 'deleted_at', NEW.deleted_at, 'lead_id', NEW.lead_id)), randomblob(16));
END;

CREATE TRIGGER capture_deal_update AFTER UPDATE OF party_id, pipeline_id, title, amount, currency, expected_on, category, owner_id, next_step, note, external_key, created_at, created_by, deleted_at, lead_id ON deal WHEN OLD.party_id IS NOT NEW.party_id OR OLD.pipeline_id IS NOT NEW.pipeline_id OR OLD.title IS NOT NEW.title OR OLD.amount IS NOT NEW.amount OR OLD.currency IS NOT NEW.currency OR OLD.expected_on IS NOT NEW.expected_on OR OLD.category IS NOT NEW.category OR OLD.owner_id IS NOT NEW.owner_id OR OLD.next_step IS NOT NEW.next_step OR OLD.note IS NOT NEW.note OR OLD.external_key IS NOT NEW.external_key OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.lead_id IS NOT NEW.lead_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'pipeline_id' AS k, OLD.pipeline_id AS old, NEW.pipeline_id AS new UNION ALL SELECT 'title' AS k, OLD.title AS old, NEW.title AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'expected_on' AS k, OLD.expected_on AS old, NEW.expected_on AS new UNION ALL SELECT 'category' AS k, OLD.category AS old, NEW.category AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'next_step' AS k, OLD.next_step AS old, NEW.next_step AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'lead_id' AS k, OLD.lead_id AS old, NEW.lead_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'pipeline_id' AS k, OLD.pipeline_id AS old, NEW.pipeline_id AS new UNION ALL SELECT 'title' AS k, OLD.title AS old, NEW.title AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'expected_on' AS k, OLD.expected_on AS old, NEW.expected_on AS new UNION ALL SELECT 'category' AS k, OLD.category AS old, NEW.category AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'next_step' AS k, OLD.next_step AS old, NEW.next_step AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'lead_id' AS k, OLD.lead_id AS old, NEW.lead_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_deal_delete AFTER DELETE ON deal  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'pipeline_id', OLD.pipeline_id, 'title', OLD.title, 'amount', OLD.amount, 'currency', OLD.currency, 'expected_on', OLD.expected_on, 'category', OLD.category, 'owner_id', OLD.owner_id, 'next_step', OLD.next_step, 'note', OLD.note, 'external_key', OLD.external_key, 'created_at', OLD.created_at, 'created_by', OLD.created_by, 'deleted_at', OLD.deleted_at, 'lead_id', OLD.lead_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_deal_id BEFORE UPDATE OF id ON deal BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_deal_party_insert AFTER INSERT ON deal_party  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_party', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('deal_id', NEW.deal_id, 'party_id', NEW.party_id, 'role', NEW.role, 'influence', NEW.influence, 'attitude', NEW.attitude, 'note', NEW.note)), randomblob(16));
END;

CREATE TRIGGER capture_deal_party_update AFTER UPDATE OF deal_id, party_id, role, influence, attitude, note ON deal_party WHEN OLD.deal_id IS NOT NEW.deal_id OR OLD.party_id IS NOT NEW.party_id OR OLD.role IS NOT NEW.role OR OLD.influence IS NOT NEW.influence OR OLD.attitude IS NOT NEW.attitude OR OLD.note IS NOT NEW.note BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_party', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new UNION ALL SELECT 'influence' AS k, OLD.influence AS old, NEW.influence AS new UNION ALL SELECT 'attitude' AS k, OLD.attitude AS old, NEW.attitude AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new UNION ALL SELECT 'influence' AS k, OLD.influence AS old, NEW.influence AS new UNION ALL SELECT 'attitude' AS k, OLD.attitude AS old, NEW.attitude AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_deal_party_delete AFTER DELETE ON deal_party  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_party', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('deal_id', OLD.deal_id, 'party_id', OLD.party_id, 'role', OLD.role, 'influence', OLD.influence, 'attitude', OLD.attitude, 'note', OLD.note)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_deal_party_id BEFORE UPDATE OF id ON deal_party BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_deal_stage_event_insert AFTER INSERT ON deal_stage_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_stage_event', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('deal_id', NEW.deal_id, 'party_id', NEW.party_id, 'from_stage_id', NEW.from_stage_id, 'to_stage_id', NEW.to_stage_id, 'at', NEW.at, 'by_id', NEW.by_id, 'loss_reason_id', NEW.loss_reason_id, 'reason', NEW.reason, 'amount', NEW.amount, 'currency', NEW.currency)), randomblob(16));
END;

CREATE TRIGGER capture_deal_stage_event_update AFTER UPDATE OF deal_id, party_id, from_stage_id, to_stage_id, at, by_id, loss_reason_id, reason, amount, currency ON deal_stage_event WHEN OLD.deal_id IS NOT NEW.deal_id OR OLD.party_id IS NOT NEW.party_id OR OLD.from_stage_id IS NOT NEW.from_stage_id OR OLD.to_stage_id IS NOT NEW.to_stage_id OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.loss_reason_id IS NOT NEW.loss_reason_id OR OLD.reason IS NOT NEW.reason OR OLD.amount IS NOT NEW.amount OR OLD.currency IS NOT NEW.currency BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_stage_event', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'from_stage_id' AS k, OLD.from_stage_id AS old, NEW.from_stage_id AS new UNION ALL SELECT 'to_stage_id' AS k, OLD.to_stage_id AS old, NEW.to_stage_id AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'loss_reason_id' AS k, OLD.loss_reason_id AS old, NEW.loss_reason_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'from_stage_id' AS k, OLD.from_stage_id AS old, NEW.from_stage_id AS new UNION ALL SELECT 'to_stage_id' AS k, OLD.to_stage_id AS old, NEW.to_stage_id AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'loss_reason_id' AS k, OLD.loss_reason_id AS old, NEW.loss_reason_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_deal_stage_event_delete AFTER DELETE ON deal_stage_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_stage_event', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('deal_id', OLD.deal_id, 'party_id', OLD.party_id, 'from_stage_id', OLD.from_stage_id, 'to_stage_id', OLD.to_stage_id, 'at', OLD.at, 'by_id', OLD.by_id, 'loss_reason_id', OLD.loss_reason_id, 'reason', OLD.reason, 'amount', OLD.amount, 'currency', OLD.currency)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_deal_stage_event_id BEFORE UPDATE OF id ON deal_stage_event BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_deal_pause_insert AFTER INSERT ON deal_pause  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_pause', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('deal_id', NEW.deal_id, 'party_id', NEW.party_id, 'from_at', NEW.from_at, 'to_at', NEW.to_at, 'reason', NEW.reason, 'by_id', NEW.by_id)), randomblob(16));
END;

CREATE TRIGGER capture_deal_pause_update AFTER UPDATE OF deal_id, party_id, from_at, to_at, reason, by_id ON deal_pause WHEN OLD.deal_id IS NOT NEW.deal_id OR OLD.party_id IS NOT NEW.party_id OR OLD.from_at IS NOT NEW.from_at OR OLD.to_at IS NOT NEW.to_at OR OLD.reason IS NOT NEW.reason OR OLD.by_id IS NOT NEW.by_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_pause', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'from_at' AS k, OLD.from_at AS old, NEW.from_at AS new UNION ALL SELECT 'to_at' AS k, OLD.to_at AS old, NEW.to_at AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'from_at' AS k, OLD.from_at AS old, NEW.from_at AS new UNION ALL SELECT 'to_at' AS k, OLD.to_at AS old, NEW.to_at AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_deal_pause_delete AFTER DELETE ON deal_pause  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'deal_pause', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('deal_id', OLD.deal_id, 'party_id', OLD.party_id, 'from_at', OLD.from_at, 'to_at', OLD.to_at, 'reason', OLD.reason, 'by_id', OLD.by_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_deal_pause_id BEFORE UPDATE OF id ON deal_pause BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_forecast_snapshot_insert AFTER INSERT ON forecast_snapshot  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_snapshot', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('taken_on', NEW.taken_on, 'at', NEW.at, 'through_change', NEW.through_change, 'odds', NEW.odds)), randomblob(16));
END;

CREATE TRIGGER capture_forecast_snapshot_update AFTER UPDATE OF taken_on, at, through_change, odds ON forecast_snapshot WHEN OLD.taken_on IS NOT NEW.taken_on OR OLD.at IS NOT NEW.at OR OLD.through_change IS NOT NEW.through_change OR OLD.odds IS NOT NEW.odds BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_snapshot', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'taken_on' AS k, OLD.taken_on AS old, NEW.taken_on AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'through_change' AS k, OLD.through_change AS old, NEW.through_change AS new UNION ALL SELECT 'odds' AS k, OLD.odds AS old, NEW.odds AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'taken_on' AS k, OLD.taken_on AS old, NEW.taken_on AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'through_change' AS k, OLD.through_change AS old, NEW.through_change AS new UNION ALL SELECT 'odds' AS k, OLD.odds AS old, NEW.odds AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_forecast_snapshot_delete AFTER DELETE ON forecast_snapshot  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_snapshot', OLD.id, NULL, 'delete', json_patch('{}', json_object('taken_on', OLD.taken_on, 'at', OLD.at, 'through_change', OLD.through_change, 'odds', OLD.odds)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_forecast_snapshot_id BEFORE UPDATE OF id ON forecast_snapshot BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_forecast_line_insert AFTER INSERT ON forecast_line  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_line', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('deal_id', NEW.deal_id, 'party_id', NEW.party_id, 'taken_on', NEW.taken_on, 'stage_id', NEW.stage_id, 'state', NEW.state, 'category', NEW.category, 'owner_id', NEW.owner_id, 'amount', NEW.amount, 'currency', NEW.currency, 'counts_on', NEW.counts_on)), randomblob(16));
END;

CREATE TRIGGER capture_forecast_line_update AFTER UPDATE OF deal_id, party_id, taken_on, stage_id, state, category, owner_id, amount, currency, counts_on ON forecast_line WHEN OLD.deal_id IS NOT NEW.deal_id OR OLD.party_id IS NOT NEW.party_id OR OLD.taken_on IS NOT NEW.taken_on OR OLD.stage_id IS NOT NEW.stage_id OR OLD.state IS NOT NEW.state OR OLD.category IS NOT NEW.category OR OLD.owner_id IS NOT NEW.owner_id OR OLD.amount IS NOT NEW.amount OR OLD.currency IS NOT NEW.currency OR OLD.counts_on IS NOT NEW.counts_on BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_line', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'taken_on' AS k, OLD.taken_on AS old, NEW.taken_on AS new UNION ALL SELECT 'stage_id' AS k, OLD.stage_id AS old, NEW.stage_id AS new UNION ALL SELECT 'state' AS k, OLD.state AS old, NEW.state AS new UNION ALL SELECT 'category' AS k, OLD.category AS old, NEW.category AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'counts_on' AS k, OLD.counts_on AS old, NEW.counts_on AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'taken_on' AS k, OLD.taken_on AS old, NEW.taken_on AS new UNION ALL SELECT 'stage_id' AS k, OLD.stage_id AS old, NEW.stage_id AS new UNION ALL SELECT 'state' AS k, OLD.state AS old, NEW.state AS new UNION ALL SELECT 'category' AS k, OLD.category AS old, NEW.category AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'amount' AS k, OLD.amount AS old, NEW.amount AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'counts_on' AS k, OLD.counts_on AS old, NEW.counts_on AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_forecast_line_delete AFTER DELETE ON forecast_line  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_line', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('deal_id', OLD.deal_id, 'party_id', OLD.party_id, 'taken_on', OLD.taken_on, 'stage_id', OLD.stage_id, 'state', OLD.state, 'category', OLD.category, 'owner_id', OLD.owner_id, 'amount', OLD.amount, 'currency', OLD.currency, 'counts_on', OLD.counts_on)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_forecast_line_id BEFORE UPDATE OF id ON forecast_line BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_forecast_adjustment_insert AFTER INSERT ON forecast_adjustment  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_adjustment', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('from_on', NEW.from_on, 'to_on', NEW.to_on, 'figure', NEW.figure, 'pipeline_id', NEW.pipeline_id, 'owner_id', NEW.owner_id, 'currency', NEW.currency, 'delta', NEW.delta, 'reason', NEW.reason, 'at', NEW.at, 'by_id', NEW.by_id)), randomblob(16));
END;

CREATE TRIGGER capture_forecast_adjustment_update AFTER UPDATE OF from_on, to_on, figure, pipeline_id, owner_id, currency, delta, reason, at, by_id ON forecast_adjustment WHEN OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on OR OLD.figure IS NOT NEW.figure OR OLD.pipeline_id IS NOT NEW.pipeline_id OR OLD.owner_id IS NOT NEW.owner_id OR OLD.currency IS NOT NEW.currency OR OLD.delta IS NOT NEW.delta OR OLD.reason IS NOT NEW.reason OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_adjustment', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'figure' AS k, OLD.figure AS old, NEW.figure AS new UNION ALL SELECT 'pipeline_id' AS k, OLD.pipeline_id AS old, NEW.pipeline_id AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'delta' AS k, OLD.delta AS old, NEW.delta AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'figure' AS k, OLD.figure AS old, NEW.figure AS new UNION ALL SELECT 'pipeline_id' AS k, OLD.pipeline_id AS old, NEW.pipeline_id AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'delta' AS k, OLD.delta AS old, NEW.delta AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_forecast_adjustment_delete AFTER DELETE ON forecast_adjustment  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'forecast_adjustment', OLD.id, NULL, 'delete', json_patch('{}', json_object('from_on', OLD.from_on, 'to_on', OLD.to_on, 'figure', OLD.figure, 'pipeline_id', OLD.pipeline_id, 'owner_id', OLD.owner_id, 'currency', OLD.currency, 'delta', OLD.delta, 'reason', OLD.reason, 'at', OLD.at, 'by_id', OLD.by_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_forecast_adjustment_id BEFORE UPDATE OF id ON forecast_adjustment BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_goal_insert AFTER INSERT ON goal  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'goal', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('owner_id', NEW.owner_id, 'unit_id', NEW.unit_id, 'metric', NEW.metric, 'calendar', NEW.calendar, 'from_on', NEW.from_on, 'to_on', NEW.to_on, 'target', NEW.target, 'currency', NEW.currency, 'note', NEW.note, 'created_at', NEW.created_at, 'created_by', NEW.created_by)), randomblob(16));
END;

CREATE TRIGGER capture_goal_update AFTER UPDATE OF owner_id, unit_id, metric, calendar, from_on, to_on, target, currency, note, created_at, created_by ON goal WHEN OLD.owner_id IS NOT NEW.owner_id OR OLD.unit_id IS NOT NEW.unit_id OR OLD.metric IS NOT NEW.metric OR OLD.calendar IS NOT NEW.calendar OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on OR OLD.target IS NOT NEW.target OR OLD.currency IS NOT NEW.currency OR OLD.note IS NOT NEW.note OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'goal', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'metric' AS k, OLD.metric AS old, NEW.metric AS new UNION ALL SELECT 'calendar' AS k, OLD.calendar AS old, NEW.calendar AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'target' AS k, OLD.target AS old, NEW.target AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'unit_id' AS k, OLD.unit_id AS old, NEW.unit_id AS new UNION ALL SELECT 'metric' AS k, OLD.metric AS old, NEW.metric AS new UNION ALL SELECT 'calendar' AS k, OLD.calendar AS old, NEW.calendar AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'target' AS k, OLD.target AS old, NEW.target AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_goal_delete AFTER DELETE ON goal  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'goal', OLD.id, NULL, 'delete', json_patch('{}', json_object('owner_id', OLD.owner_id, 'unit_id', OLD.unit_id, 'metric', OLD.metric, 'calendar', OLD.calendar, 'from_on', OLD.from_on, 'to_on', OLD.to_on, 'target', OLD.target, 'currency', OLD.currency, 'note', OLD.note, 'created_at', OLD.created_at, 'created_by', OLD.created_by)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_goal_id BEFORE UPDATE OF id ON goal BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_task_insert AFTER INSERT ON task  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'task', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('title', NEW.title, 'kind', NEW.kind, 'priority', NEW.priority, 'party_id', NEW.party_id, 'deal_id', NEW.deal_id, 'owner_id', NEW.owner_id, 'word', NEW.word, 'note', NEW.note, 'repeat', NEW.repeat, 'series_id', NEW.series_id, 'external_key', NEW.external_key, 'created_at', NEW.created_at, 'created_by', NEW.created_by)), randomblob(16));
END;

CREATE TRIGGER capture_task_update AFTER UPDATE OF title, kind, priority, party_id, deal_id, owner_id, word, note, repeat, series_id, external_key, created_at, created_by ON task WHEN OLD.title IS NOT NEW.title OR OLD.kind IS NOT NEW.kind OR OLD.priority IS NOT NEW.priority OR OLD.party_id IS NOT NEW.party_id OR OLD.deal_id IS NOT NEW.deal_id OR OLD.owner_id IS NOT NEW.owner_id OR OLD.word IS NOT NEW.word OR OLD.note IS NOT NEW.note OR OLD.repeat IS NOT NEW.repeat OR OLD.series_id IS NOT NEW.series_id OR OLD.external_key IS NOT NEW.external_key OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'task', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'title' AS k, OLD.title AS old, NEW.title AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'priority' AS k, OLD.priority AS old, NEW.priority AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'word' AS k, OLD.word AS old, NEW.word AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'repeat' AS k, OLD.repeat AS old, NEW.repeat AS new UNION ALL SELECT 'series_id' AS k, OLD.series_id AS old, NEW.series_id AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'title' AS k, OLD.title AS old, NEW.title AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'priority' AS k, OLD.priority AS old, NEW.priority AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'word' AS k, OLD.word AS old, NEW.word AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'repeat' AS k, OLD.repeat AS old, NEW.repeat AS new UNION ALL SELECT 'series_id' AS k, OLD.series_id AS old, NEW.series_id AS new UNION ALL SELECT 'external_key' AS k, OLD.external_key AS old, NEW.external_key AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_task_delete AFTER DELETE ON task  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'task', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('title', OLD.title, 'kind', OLD.kind, 'priority', OLD.priority, 'party_id', OLD.party_id, 'deal_id', OLD.deal_id, 'owner_id', OLD.owner_id, 'word', OLD.word, 'note', OLD.note, 'repeat', OLD.repeat, 'series_id', OLD.series_id, 'external_key', OLD.external_key, 'created_at', OLD.created_at, 'created_by', OLD.created_by)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_task_id BEFORE UPDATE OF id ON task BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_task_event_insert AFTER INSERT ON task_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'task_event', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('task_id', NEW.task_id, 'party_id', NEW.party_id, 'kind', NEW.kind, 'at', NEW.at, 'by_id', NEW.by_id, 'reason', NEW.reason, 'due_on', NEW.due_on, 'due_minutes', NEW.due_minutes, 'due_zone', NEW.due_zone)), randomblob(16));
END;

CREATE TRIGGER capture_task_event_update AFTER UPDATE OF task_id, party_id, kind, at, by_id, reason, due_on, due_minutes, due_zone ON task_event WHEN OLD.task_id IS NOT NEW.task_id OR OLD.party_id IS NOT NEW.party_id OR OLD.kind IS NOT NEW.kind OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.reason IS NOT NEW.reason OR OLD.due_on IS NOT NEW.due_on OR OLD.due_minutes IS NOT NEW.due_minutes OR OLD.due_zone IS NOT NEW.due_zone BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'task_event', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'task_id' AS k, OLD.task_id AS old, NEW.task_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'due_on' AS k, OLD.due_on AS old, NEW.due_on AS new UNION ALL SELECT 'due_minutes' AS k, OLD.due_minutes AS old, NEW.due_minutes AS new UNION ALL SELECT 'due_zone' AS k, OLD.due_zone AS old, NEW.due_zone AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'task_id' AS k, OLD.task_id AS old, NEW.task_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'due_on' AS k, OLD.due_on AS old, NEW.due_on AS new UNION ALL SELECT 'due_minutes' AS k, OLD.due_minutes AS old, NEW.due_minutes AS new UNION ALL SELECT 'due_zone' AS k, OLD.due_zone AS old, NEW.due_zone AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_task_event_delete AFTER DELETE ON task_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'task_event', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('task_id', OLD.task_id, 'party_id', OLD.party_id, 'kind', OLD.kind, 'at', OLD.at, 'by_id', OLD.by_id, 'reason', OLD.reason, 'due_on', OLD.due_on, 'due_minutes', OLD.due_minutes, 'due_zone', OLD.due_zone)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_task_event_id BEFORE UPDATE OF id ON task_event BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_number_series_insert AFTER INSERT ON number_series  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'number_series', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('code', NEW.code, 'device_id', NEW.device_id, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_number_series_update AFTER UPDATE OF code, device_id, created_at ON number_series WHEN OLD.code IS NOT NEW.code OR OLD.device_id IS NOT NEW.device_id OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'number_series', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'code' AS k, OLD.code AS old, NEW.code AS new UNION ALL SELECT 'device_id' AS k, OLD.device_id AS old, NEW.device_id AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'code' AS k, OLD.code AS old, NEW.code AS new UNION ALL SELECT 'device_id' AS k, OLD.device_id AS old, NEW.device_id AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_number_series_delete AFTER DELETE ON number_series  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'number_series', OLD.id, NULL, 'delete', json_patch('{}', json_object('code', OLD.code, 'device_id', OLD.device_id, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_number_series_id BEFORE UPDATE OF id ON number_series BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_quote_insert AFTER INSERT ON quote  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'deal_id', NEW.deal_id, 'title', NEW.title, 'owner_id', NEW.owner_id, 'language', NEW.language, 'currency', NEW.currency, 'series', NEW.series, 'counter', NEW.counter, 'created_at', NEW.created_at, 'created_by', NEW.created_by, 'deleted_at', NEW.deleted_at)), randomblob(16));
END;

CREATE TRIGGER capture_quote_update AFTER UPDATE OF party_id, deal_id, title, owner_id, language, currency, series, counter, created_at, created_by, deleted_at ON quote WHEN OLD.party_id IS NOT NEW.party_id OR OLD.deal_id IS NOT NEW.deal_id OR OLD.title IS NOT NEW.title OR OLD.owner_id IS NOT NEW.owner_id OR OLD.language IS NOT NEW.language OR OLD.currency IS NOT NEW.currency OR OLD.series IS NOT NEW.series OR OLD.counter IS NOT NEW.counter OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by OR OLD.deleted_at IS NOT NEW.deleted_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'title' AS k, OLD.title AS old, NEW.title AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'series' AS k, OLD.series AS old, NEW.series AS new UNION ALL SELECT 'counter' AS k, OLD.counter AS old, NEW.counter AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'deal_id' AS k, OLD.deal_id AS old, NEW.deal_id AS new UNION ALL SELECT 'title' AS k, OLD.title AS old, NEW.title AS new UNION ALL SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new UNION ALL SELECT 'currency' AS k, OLD.currency AS old, NEW.currency AS new UNION ALL SELECT 'series' AS k, OLD.series AS old, NEW.series AS new UNION ALL SELECT 'counter' AS k, OLD.counter AS old, NEW.counter AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_quote_delete AFTER DELETE ON quote  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'deal_id', OLD.deal_id, 'title', OLD.title, 'owner_id', OLD.owner_id, 'language', OLD.language, 'currency', OLD.currency, 'series', OLD.series, 'counter', OLD.counter, 'created_at', OLD.created_at, 'created_by', OLD.created_by, 'deleted_at', OLD.deleted_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_quote_id BEFORE UPDATE OF id ON quote BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_quote_version_insert AFTER INSERT ON quote_version  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote_version', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('quote_id', NEW.quote_id, 'party_id', NEW.party_id, 'version', NEW.version, 'valid_until_on', NEW.valid_until_on, 'lines', NEW.lines, 'discount', NEW.discount, 'rounding', NEW.rounding, 'sums', NEW.sums, 'payable', NEW.payable, 'below_list', NEW.below_list, 'terms', NEW.terms, 'created_at', NEW.created_at, 'created_by', NEW.created_by, 'issued_at', NEW.issued_at, 'issued_by', NEW.issued_by, 'client_name', NEW.client_name, 'client_address', NEW.client_address, 'paper', NEW.paper)), randomblob(16));
END;

CREATE TRIGGER capture_quote_version_update AFTER UPDATE OF quote_id, party_id, version, valid_until_on, lines, discount, rounding, sums, payable, below_list, terms, created_at, created_by, issued_at, issued_by, client_name, client_address, paper ON quote_version WHEN OLD.quote_id IS NOT NEW.quote_id OR OLD.party_id IS NOT NEW.party_id OR OLD.version IS NOT NEW.version OR OLD.valid_until_on IS NOT NEW.valid_until_on OR OLD.lines IS NOT NEW.lines OR OLD.discount IS NOT NEW.discount OR OLD.rounding IS NOT NEW.rounding OR OLD.sums IS NOT NEW.sums OR OLD.payable IS NOT NEW.payable OR OLD.below_list IS NOT NEW.below_list OR OLD.terms IS NOT NEW.terms OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by OR OLD.issued_at IS NOT NEW.issued_at OR OLD.issued_by IS NOT NEW.issued_by OR OLD.client_name IS NOT NEW.client_name OR OLD.client_address IS NOT NEW.client_address OR OLD.paper IS NOT NEW.paper BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote_version', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'quote_id' AS k, OLD.quote_id AS old, NEW.quote_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'version' AS k, OLD.version AS old, NEW.version AS new UNION ALL SELECT 'valid_until_on' AS k, OLD.valid_until_on AS old, NEW.valid_until_on AS new UNION ALL SELECT 'lines' AS k, OLD.lines AS old, NEW.lines AS new UNION ALL SELECT 'discount' AS k, OLD.discount AS old, NEW.discount AS new UNION ALL SELECT 'rounding' AS k, OLD.rounding AS old, NEW.rounding AS new UNION ALL SELECT 'sums' AS k, OLD.sums AS old, NEW.sums AS new UNION ALL SELECT 'payable' AS k, OLD.payable AS old, NEW.payable AS new UNION ALL SELECT 'below_list' AS k, OLD.below_list AS old, NEW.below_list AS new UNION ALL SELECT 'terms' AS k, OLD.terms AS old, NEW.terms AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'issued_at' AS k, OLD.issued_at AS old, NEW.issued_at AS new UNION ALL SELECT 'issued_by' AS k, OLD.issued_by AS old, NEW.issued_by AS new UNION ALL SELECT 'client_name' AS k, OLD.client_name AS old, NEW.client_name AS new UNION ALL SELECT 'client_address' AS k, OLD.client_address AS old, NEW.client_address AS new UNION ALL SELECT 'paper' AS k, OLD.paper AS old, NEW.paper AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'quote_id' AS k, OLD.quote_id AS old, NEW.quote_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'version' AS k, OLD.version AS old, NEW.version AS new UNION ALL SELECT 'valid_until_on' AS k, OLD.valid_until_on AS old, NEW.valid_until_on AS new UNION ALL SELECT 'lines' AS k, OLD.lines AS old, NEW.lines AS new UNION ALL SELECT 'discount' AS k, OLD.discount AS old, NEW.discount AS new UNION ALL SELECT 'rounding' AS k, OLD.rounding AS old, NEW.rounding AS new UNION ALL SELECT 'sums' AS k, OLD.sums AS old, NEW.sums AS new UNION ALL SELECT 'payable' AS k, OLD.payable AS old, NEW.payable AS new UNION ALL SELECT 'below_list' AS k, OLD.below_list AS old, NEW.below_list AS new UNION ALL SELECT 'terms' AS k, OLD.terms AS old, NEW.terms AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'issued_at' AS k, OLD.issued_at AS old, NEW.issued_at AS new UNION ALL SELECT 'issued_by' AS k, OLD.issued_by AS old, NEW.issued_by AS new UNION ALL SELECT 'client_name' AS k, OLD.client_name AS old, NEW.client_name AS new UNION ALL SELECT 'client_address' AS k, OLD.client_address AS old, NEW.client_address AS new UNION ALL SELECT 'paper' AS k, OLD.paper AS old, NEW.paper AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_quote_version_delete AFTER DELETE ON quote_version  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote_version', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('quote_id', OLD.quote_id, 'party_id', OLD.party_id, 'version', OLD.version, 'valid_until_on', OLD.valid_until_on, 'lines', OLD.lines, 'discount', OLD.discount, 'rounding', OLD.rounding, 'sums', OLD.sums, 'payable', OLD.payable, 'below_list', OLD.below_list, 'terms', OLD.terms, 'created_at', OLD.created_at, 'created_by', OLD.created_by, 'issued_at', OLD.issued_at, 'issued_by', OLD.issued_by, 'client_name', OLD.client_name, 'client_address', OLD.client_address, 'paper', OLD.paper)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_quote_version_id BEFORE UPDATE OF id ON quote_version BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_quote_event_insert AFTER INSERT ON quote_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote_event', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('quote_id', NEW.quote_id, 'party_id', NEW.party_id, 'version', NEW.version, 'state', NEW.state, 'at', NEW.at, 'by_id', NEW.by_id, 'reason', NEW.reason)), randomblob(16));
END;

CREATE TRIGGER capture_quote_event_update AFTER UPDATE OF quote_id, party_id, version, state, at, by_id, reason ON quote_event WHEN OLD.quote_id IS NOT NEW.quote_id OR OLD.party_id IS NOT NEW.party_id OR OLD.version IS NOT NEW.version OR OLD.state IS NOT NEW.state OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.reason IS NOT NEW.reason BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote_event', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'quote_id' AS k, OLD.quote_id AS old, NEW.quote_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'version' AS k, OLD.version AS old, NEW.version AS new UNION ALL SELECT 'state' AS k, OLD.state AS old, NEW.state AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'quote_id' AS k, OLD.quote_id AS old, NEW.quote_id AS new UNION ALL SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'version' AS k, OLD.version AS old, NEW.version AS new UNION ALL SELECT 'state' AS k, OLD.state AS old, NEW.state AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_quote_event_delete AFTER DELETE ON quote_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'quote_event', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('quote_id', OLD.quote_id, 'party_id', OLD.party_id, 'version', OLD.version, 'state', OLD.state, 'at', OLD.at, 'by_id', OLD.by_id, 'reason', OLD.reason)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_quote_event_id BEFORE UPDATE OF id ON quote_event BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_attachment_insert AFTER INSERT ON attachment  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'attachment', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'activity_id', NEW.activity_id, 'name', NEW.name, 'kind', NEW.kind, 'label', NEW.label, 'media_type', NEW.media_type, 'bytes', NEW.bytes, 'added_at', NEW.added_at, 'added_by', NEW.added_by, 'deleted_at', NEW.deleted_at, 'blob', NEW.blob, 'content', NEW.content, 'sealed_for', NEW.sealed_for, 'file_key', NEW.file_key)), randomblob(16));
END;

CREATE TRIGGER capture_attachment_update AFTER UPDATE OF party_id, activity_id, name, kind, label, media_type, bytes, added_at, added_by, deleted_at, blob, content, sealed_for, file_key ON attachment WHEN OLD.party_id IS NOT NEW.party_id OR OLD.activity_id IS NOT NEW.activity_id OR OLD.name IS NOT NEW.name OR OLD.kind IS NOT NEW.kind OR OLD.label IS NOT NEW.label OR OLD.media_type IS NOT NEW.media_type OR OLD.bytes IS NOT NEW.bytes OR OLD.added_at IS NOT NEW.added_at OR OLD.added_by IS NOT NEW.added_by OR OLD.deleted_at IS NOT NEW.deleted_at OR OLD.blob IS NOT NEW.blob OR OLD.content IS NOT NEW.content OR OLD.sealed_for IS NOT NEW.sealed_for OR OLD.file_key IS NOT NEW.file_key BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'attachment', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'activity_id' AS k, OLD.activity_id AS old, NEW.activity_id AS new UNION ALL SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'label' AS k, OLD.label AS old, NEW.label AS new UNION ALL SELECT 'media_type' AS k, OLD.media_type AS old, NEW.media_type AS new UNION ALL SELECT 'bytes' AS k, OLD.bytes AS old, NEW.bytes AS new UNION ALL SELECT 'added_at' AS k, OLD.added_at AS old, NEW.added_at AS new UNION ALL SELECT 'added_by' AS k, OLD.added_by AS old, NEW.added_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'blob' AS k, OLD.blob AS old, NEW.blob AS new UNION ALL SELECT 'content' AS k, OLD.content AS old, NEW.content AS new UNION ALL SELECT 'sealed_for' AS k, OLD.sealed_for AS old, NEW.sealed_for AS new UNION ALL SELECT 'file_key' AS k, OLD.file_key AS old, NEW.file_key AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'activity_id' AS k, OLD.activity_id AS old, NEW.activity_id AS new UNION ALL SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'label' AS k, OLD.label AS old, NEW.label AS new UNION ALL SELECT 'media_type' AS k, OLD.media_type AS old, NEW.media_type AS new UNION ALL SELECT 'bytes' AS k, OLD.bytes AS old, NEW.bytes AS new UNION ALL SELECT 'added_at' AS k, OLD.added_at AS old, NEW.added_at AS new UNION ALL SELECT 'added_by' AS k, OLD.added_by AS old, NEW.added_by AS new UNION ALL SELECT 'deleted_at' AS k, OLD.deleted_at AS old, NEW.deleted_at AS new UNION ALL SELECT 'blob' AS k, OLD.blob AS old, NEW.blob AS new UNION ALL SELECT 'content' AS k, OLD.content AS old, NEW.content AS new UNION ALL SELECT 'sealed_for' AS k, OLD.sealed_for AS old, NEW.sealed_for AS new UNION ALL SELECT 'file_key' AS k, OLD.file_key AS old, NEW.file_key AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_attachment_delete AFTER DELETE ON attachment  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'attachment', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'activity_id', OLD.activity_id, 'name', OLD.name, 'kind', OLD.kind, 'label', OLD.label, 'media_type', OLD.media_type, 'bytes', OLD.bytes, 'added_at', OLD.added_at, 'added_by', OLD.added_by, 'deleted_at', OLD.deleted_at, 'blob', OLD.blob, 'content', OLD.content, 'sealed_for', OLD.sealed_for, 'file_key', OLD.file_key)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_attachment_id BEFORE UPDATE OF id ON attachment BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_emergency_access_insert AFTER INSERT ON emergency_access  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'emergency_access', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'user_id', NEW.user_id, 'reason', NEW.reason, 'words', NEW.words, 'at', NEW.at, 'until', NEW.until, 'ended_at', NEW.ended_at, 'verdict', NEW.verdict, 'reviewed_at', NEW.reviewed_at, 'reviewed_by', NEW.reviewed_by, 'review_words', NEW.review_words)), randomblob(16));
END;

CREATE TRIGGER capture_emergency_access_update AFTER UPDATE OF party_id, user_id, reason, words, at, until, ended_at, verdict, reviewed_at, reviewed_by, review_words ON emergency_access WHEN OLD.party_id IS NOT NEW.party_id OR OLD.user_id IS NOT NEW.user_id OR OLD.reason IS NOT NEW.reason OR OLD.words IS NOT NEW.words OR OLD.at IS NOT NEW.at OR OLD.until IS NOT NEW.until OR OLD.ended_at IS NOT NEW.ended_at OR OLD.verdict IS NOT NEW.verdict OR OLD.reviewed_at IS NOT NEW.reviewed_at OR OLD.reviewed_by IS NOT NEW.reviewed_by OR OLD.review_words IS NOT NEW.review_words BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'emergency_access', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'user_id' AS k, OLD.user_id AS old, NEW.user_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'until' AS k, OLD.until AS old, NEW.until AS new UNION ALL SELECT 'ended_at' AS k, OLD.ended_at AS old, NEW.ended_at AS new UNION ALL SELECT 'verdict' AS k, OLD.verdict AS old, NEW.verdict AS new UNION ALL SELECT 'reviewed_at' AS k, OLD.reviewed_at AS old, NEW.reviewed_at AS new UNION ALL SELECT 'reviewed_by' AS k, OLD.reviewed_by AS old, NEW.reviewed_by AS new UNION ALL SELECT 'review_words' AS k, OLD.review_words AS old, NEW.review_words AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'user_id' AS k, OLD.user_id AS old, NEW.user_id AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'words' AS k, OLD.words AS old, NEW.words AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'until' AS k, OLD.until AS old, NEW.until AS new UNION ALL SELECT 'ended_at' AS k, OLD.ended_at AS old, NEW.ended_at AS new UNION ALL SELECT 'verdict' AS k, OLD.verdict AS old, NEW.verdict AS new UNION ALL SELECT 'reviewed_at' AS k, OLD.reviewed_at AS old, NEW.reviewed_at AS new UNION ALL SELECT 'reviewed_by' AS k, OLD.reviewed_by AS old, NEW.reviewed_by AS new UNION ALL SELECT 'review_words' AS k, OLD.review_words AS old, NEW.review_words AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_emergency_access_delete AFTER DELETE ON emergency_access  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'emergency_access', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'user_id', OLD.user_id, 'reason', OLD.reason, 'words', OLD.words, 'at', OLD.at, 'until', OLD.until, 'ended_at', OLD.ended_at, 'verdict', OLD.verdict, 'reviewed_at', OLD.reviewed_at, 'reviewed_by', OLD.reviewed_by, 'review_words', OLD.review_words)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_emergency_access_id BEFORE UPDATE OF id ON emergency_access BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_purpose_insert AFTER INSERT ON purpose  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'purpose', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('names', NEW.names, 'basis', NEW.basis, 'balancing', NEW.balancing, 'categories', NEW.categories, 'active', NEW.active, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_purpose_update AFTER UPDATE OF names, basis, balancing, categories, active, created_at ON purpose WHEN OLD.names IS NOT NEW.names OR OLD.basis IS NOT NEW.basis OR OLD.balancing IS NOT NEW.balancing OR OLD.categories IS NOT NEW.categories OR OLD.active IS NOT NEW.active OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'purpose', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'basis' AS k, OLD.basis AS old, NEW.basis AS new UNION ALL SELECT 'balancing' AS k, OLD.balancing AS old, NEW.balancing AS new UNION ALL SELECT 'categories' AS k, OLD.categories AS old, NEW.categories AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'names' AS k, OLD.names AS old, NEW.names AS new UNION ALL SELECT 'basis' AS k, OLD.basis AS old, NEW.basis AS new UNION ALL SELECT 'balancing' AS k, OLD.balancing AS old, NEW.balancing AS new UNION ALL SELECT 'categories' AS k, OLD.categories AS old, NEW.categories AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_purpose_delete AFTER DELETE ON purpose  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'purpose', OLD.id, NULL, 'delete', json_patch('{}', json_object('names', OLD.names, 'basis', OLD.basis, 'balancing', OLD.balancing, 'categories', OLD.categories, 'active', OLD.active, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_purpose_id BEFORE UPDATE OF id ON purpose BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_consent_wording_insert AFTER INSERT ON consent_wording  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'consent_wording', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('purpose_id', NEW.purpose_id, 'language', NEW.language, 'version', NEW.version, 'text', NEW.text, 'created_at', NEW.created_at, 'created_by', NEW.created_by)), randomblob(16));
END;

CREATE TRIGGER capture_consent_wording_update AFTER UPDATE OF purpose_id, language, version, text, created_at, created_by ON consent_wording WHEN OLD.purpose_id IS NOT NEW.purpose_id OR OLD.language IS NOT NEW.language OR OLD.version IS NOT NEW.version OR OLD.text IS NOT NEW.text OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'consent_wording', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'purpose_id' AS k, OLD.purpose_id AS old, NEW.purpose_id AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new UNION ALL SELECT 'version' AS k, OLD.version AS old, NEW.version AS new UNION ALL SELECT 'text' AS k, OLD.text AS old, NEW.text AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'purpose_id' AS k, OLD.purpose_id AS old, NEW.purpose_id AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new UNION ALL SELECT 'version' AS k, OLD.version AS old, NEW.version AS new UNION ALL SELECT 'text' AS k, OLD.text AS old, NEW.text AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_consent_wording_delete AFTER DELETE ON consent_wording  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'consent_wording', OLD.id, NULL, 'delete', json_patch('{}', json_object('purpose_id', OLD.purpose_id, 'language', OLD.language, 'version', OLD.version, 'text', OLD.text, 'created_at', OLD.created_at, 'created_by', OLD.created_by)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_consent_wording_id BEFORE UPDATE OF id ON consent_wording BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_consent_event_insert AFTER INSERT ON consent_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'consent_event', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'purpose_id', NEW.purpose_id, 'channel', NEW.channel, 'brand', NEW.brand, 'action', NEW.action, 'at', NEW.at, 'by_id', NEW.by_id, 'source', NEW.source, 'given_by', NEW.given_by, 'wording_id', NEW.wording_id, 'evidence', NEW.evidence, 'attachment_id', NEW.attachment_id)), randomblob(16));
END;

CREATE TRIGGER capture_consent_event_update AFTER UPDATE OF party_id, purpose_id, channel, brand, action, at, by_id, source, given_by, wording_id, evidence, attachment_id ON consent_event WHEN OLD.party_id IS NOT NEW.party_id OR OLD.purpose_id IS NOT NEW.purpose_id OR OLD.channel IS NOT NEW.channel OR OLD.brand IS NOT NEW.brand OR OLD.action IS NOT NEW.action OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.source IS NOT NEW.source OR OLD.given_by IS NOT NEW.given_by OR OLD.wording_id IS NOT NEW.wording_id OR OLD.evidence IS NOT NEW.evidence OR OLD.attachment_id IS NOT NEW.attachment_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'consent_event', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'purpose_id' AS k, OLD.purpose_id AS old, NEW.purpose_id AS new UNION ALL SELECT 'channel' AS k, OLD.channel AS old, NEW.channel AS new UNION ALL SELECT 'brand' AS k, OLD.brand AS old, NEW.brand AS new UNION ALL SELECT 'action' AS k, OLD.action AS old, NEW.action AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'source' AS k, OLD.source AS old, NEW.source AS new UNION ALL SELECT 'given_by' AS k, OLD.given_by AS old, NEW.given_by AS new UNION ALL SELECT 'wording_id' AS k, OLD.wording_id AS old, NEW.wording_id AS new UNION ALL SELECT 'evidence' AS k, OLD.evidence AS old, NEW.evidence AS new UNION ALL SELECT 'attachment_id' AS k, OLD.attachment_id AS old, NEW.attachment_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'purpose_id' AS k, OLD.purpose_id AS old, NEW.purpose_id AS new UNION ALL SELECT 'channel' AS k, OLD.channel AS old, NEW.channel AS new UNION ALL SELECT 'brand' AS k, OLD.brand AS old, NEW.brand AS new UNION ALL SELECT 'action' AS k, OLD.action AS old, NEW.action AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'source' AS k, OLD.source AS old, NEW.source AS new UNION ALL SELECT 'given_by' AS k, OLD.given_by AS old, NEW.given_by AS new UNION ALL SELECT 'wording_id' AS k, OLD.wording_id AS old, NEW.wording_id AS new UNION ALL SELECT 'evidence' AS k, OLD.evidence AS old, NEW.evidence AS new UNION ALL SELECT 'attachment_id' AS k, OLD.attachment_id AS old, NEW.attachment_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_consent_event_delete AFTER DELETE ON consent_event  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'consent_event', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'purpose_id', OLD.purpose_id, 'channel', OLD.channel, 'brand', OLD.brand, 'action', OLD.action, 'at', OLD.at, 'by_id', OLD.by_id, 'source', OLD.source, 'given_by', OLD.given_by, 'wording_id', OLD.wording_id, 'evidence', OLD.evidence, 'attachment_id', OLD.attachment_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_consent_event_id BEFORE UPDATE OF id ON consent_event BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_suppression_insert AFTER INSERT ON suppression  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'suppression', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('kind', NEW.kind, 'hash', NEW.hash, 'reason', NEW.reason, 'created_at', NEW.created_at, 'by_id', NEW.by_id)), randomblob(16));
END;

CREATE TRIGGER capture_suppression_update AFTER UPDATE OF kind, hash, reason, created_at, by_id ON suppression WHEN OLD.kind IS NOT NEW.kind OR OLD.hash IS NOT NEW.hash OR OLD.reason IS NOT NEW.reason OR OLD.created_at IS NOT NEW.created_at OR OLD.by_id IS NOT NEW.by_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'suppression', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'hash' AS k, OLD.hash AS old, NEW.hash AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'hash' AS k, OLD.hash AS old, NEW.hash AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_suppression_delete AFTER DELETE ON suppression  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'suppression', OLD.id, NULL, 'delete', json_patch('{}', json_object('kind', OLD.kind, 'hash', OLD.hash, 'reason', OLD.reason, 'created_at', OLD.created_at, 'by_id', OLD.by_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_suppression_id BEFORE UPDATE OF id ON suppression BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_authority_insert AFTER INSERT ON authority  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'authority', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'agent_id', NEW.agent_id, 'basis', NEW.basis, 'stance', NEW.stance, 'matters', NEW.matters, 'may_be_told', NEW.may_be_told, 'may_act', NEW.may_act, 'from_on', NEW.from_on, 'to_on', NEW.to_on, 'attachment_id', NEW.attachment_id, 'note', NEW.note, 'disputed_at', NEW.disputed_at, 'dispute_note', NEW.dispute_note, 'withdrawn_at', NEW.withdrawn_at, 'withdrawn_by', NEW.withdrawn_by, 'withdrawn_reason', NEW.withdrawn_reason, 'created_at', NEW.created_at, 'created_by', NEW.created_by)), randomblob(16));
END;

CREATE TRIGGER capture_authority_update AFTER UPDATE OF party_id, agent_id, basis, stance, matters, may_be_told, may_act, from_on, to_on, attachment_id, note, disputed_at, dispute_note, withdrawn_at, withdrawn_by, withdrawn_reason, created_at, created_by ON authority WHEN OLD.party_id IS NOT NEW.party_id OR OLD.agent_id IS NOT NEW.agent_id OR OLD.basis IS NOT NEW.basis OR OLD.stance IS NOT NEW.stance OR OLD.matters IS NOT NEW.matters OR OLD.may_be_told IS NOT NEW.may_be_told OR OLD.may_act IS NOT NEW.may_act OR OLD.from_on IS NOT NEW.from_on OR OLD.to_on IS NOT NEW.to_on OR OLD.attachment_id IS NOT NEW.attachment_id OR OLD.note IS NOT NEW.note OR OLD.disputed_at IS NOT NEW.disputed_at OR OLD.dispute_note IS NOT NEW.dispute_note OR OLD.withdrawn_at IS NOT NEW.withdrawn_at OR OLD.withdrawn_by IS NOT NEW.withdrawn_by OR OLD.withdrawn_reason IS NOT NEW.withdrawn_reason OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'authority', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'agent_id' AS k, OLD.agent_id AS old, NEW.agent_id AS new UNION ALL SELECT 'basis' AS k, OLD.basis AS old, NEW.basis AS new UNION ALL SELECT 'stance' AS k, OLD.stance AS old, NEW.stance AS new UNION ALL SELECT 'matters' AS k, OLD.matters AS old, NEW.matters AS new UNION ALL SELECT 'may_be_told' AS k, OLD.may_be_told AS old, NEW.may_be_told AS new UNION ALL SELECT 'may_act' AS k, OLD.may_act AS old, NEW.may_act AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'attachment_id' AS k, OLD.attachment_id AS old, NEW.attachment_id AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'disputed_at' AS k, OLD.disputed_at AS old, NEW.disputed_at AS new UNION ALL SELECT 'dispute_note' AS k, OLD.dispute_note AS old, NEW.dispute_note AS new UNION ALL SELECT 'withdrawn_at' AS k, OLD.withdrawn_at AS old, NEW.withdrawn_at AS new UNION ALL SELECT 'withdrawn_by' AS k, OLD.withdrawn_by AS old, NEW.withdrawn_by AS new UNION ALL SELECT 'withdrawn_reason' AS k, OLD.withdrawn_reason AS old, NEW.withdrawn_reason AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'agent_id' AS k, OLD.agent_id AS old, NEW.agent_id AS new UNION ALL SELECT 'basis' AS k, OLD.basis AS old, NEW.basis AS new UNION ALL SELECT 'stance' AS k, OLD.stance AS old, NEW.stance AS new UNION ALL SELECT 'matters' AS k, OLD.matters AS old, NEW.matters AS new UNION ALL SELECT 'may_be_told' AS k, OLD.may_be_told AS old, NEW.may_be_told AS new UNION ALL SELECT 'may_act' AS k, OLD.may_act AS old, NEW.may_act AS new UNION ALL SELECT 'from_on' AS k, OLD.from_on AS old, NEW.from_on AS new UNION ALL SELECT 'to_on' AS k, OLD.to_on AS old, NEW.to_on AS new UNION ALL SELECT 'attachment_id' AS k, OLD.attachment_id AS old, NEW.attachment_id AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'disputed_at' AS k, OLD.disputed_at AS old, NEW.disputed_at AS new UNION ALL SELECT 'dispute_note' AS k, OLD.dispute_note AS old, NEW.dispute_note AS new UNION ALL SELECT 'withdrawn_at' AS k, OLD.withdrawn_at AS old, NEW.withdrawn_at AS new UNION ALL SELECT 'withdrawn_by' AS k, OLD.withdrawn_by AS old, NEW.withdrawn_by AS new UNION ALL SELECT 'withdrawn_reason' AS k, OLD.withdrawn_reason AS old, NEW.withdrawn_reason AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_authority_delete AFTER DELETE ON authority  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'authority', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'agent_id', OLD.agent_id, 'basis', OLD.basis, 'stance', OLD.stance, 'matters', OLD.matters, 'may_be_told', OLD.may_be_told, 'may_act', OLD.may_act, 'from_on', OLD.from_on, 'to_on', OLD.to_on, 'attachment_id', OLD.attachment_id, 'note', OLD.note, 'disputed_at', OLD.disputed_at, 'dispute_note', OLD.dispute_note, 'withdrawn_at', OLD.withdrawn_at, 'withdrawn_by', OLD.withdrawn_by, 'withdrawn_reason', OLD.withdrawn_reason, 'created_at', OLD.created_at, 'created_by', OLD.created_by)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_authority_id BEFORE UPDATE OF id ON authority BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_authority_question_insert AFTER INSERT ON authority_question  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'authority_question', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'authority_id', NEW.authority_id, 'question', NEW.question, 'answer_hash', NEW.answer_hash, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_authority_question_update AFTER UPDATE OF party_id, authority_id, question, answer_hash, created_at ON authority_question WHEN OLD.party_id IS NOT NEW.party_id OR OLD.authority_id IS NOT NEW.authority_id OR OLD.question IS NOT NEW.question OR OLD.answer_hash IS NOT NEW.answer_hash OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'authority_question', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'authority_id' AS k, OLD.authority_id AS old, NEW.authority_id AS new UNION ALL SELECT 'question' AS k, OLD.question AS old, NEW.question AS new UNION ALL SELECT 'answer_hash' AS k, OLD.answer_hash AS old, NEW.answer_hash AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'authority_id' AS k, OLD.authority_id AS old, NEW.authority_id AS new UNION ALL SELECT 'question' AS k, OLD.question AS old, NEW.question AS new UNION ALL SELECT 'answer_hash' AS k, OLD.answer_hash AS old, NEW.answer_hash AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_authority_question_delete AFTER DELETE ON authority_question  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'authority_question', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'authority_id', OLD.authority_id, 'question', OLD.question, 'answer_hash', OLD.answer_hash, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_authority_question_id BEFORE UPDATE OF id ON authority_question BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_erasure_insert AFTER INSERT ON erasure  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'erasure', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('mode', NEW.mode, 'at', NEW.at, 'asked_by', NEW.asked_by, 'approved_by', NEW.approved_by, 'request_id', NEW.request_id, 'party_ids', NEW.party_ids, 'counts', NEW.counts, 'copies', NEW.copies, 'language', NEW.language)), randomblob(16));
END;

CREATE TRIGGER capture_erasure_update AFTER UPDATE OF mode, at, asked_by, approved_by, request_id, party_ids, counts, copies, language ON erasure WHEN OLD.mode IS NOT NEW.mode OR OLD.at IS NOT NEW.at OR OLD.asked_by IS NOT NEW.asked_by OR OLD.approved_by IS NOT NEW.approved_by OR OLD.request_id IS NOT NEW.request_id OR OLD.party_ids IS NOT NEW.party_ids OR OLD.counts IS NOT NEW.counts OR OLD.copies IS NOT NEW.copies OR OLD.language IS NOT NEW.language BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'erasure', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'mode' AS k, OLD.mode AS old, NEW.mode AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'asked_by' AS k, OLD.asked_by AS old, NEW.asked_by AS new UNION ALL SELECT 'approved_by' AS k, OLD.approved_by AS old, NEW.approved_by AS new UNION ALL SELECT 'request_id' AS k, OLD.request_id AS old, NEW.request_id AS new UNION ALL SELECT 'party_ids' AS k, OLD.party_ids AS old, NEW.party_ids AS new UNION ALL SELECT 'counts' AS k, OLD.counts AS old, NEW.counts AS new UNION ALL SELECT 'copies' AS k, OLD.copies AS old, NEW.copies AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'mode' AS k, OLD.mode AS old, NEW.mode AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'asked_by' AS k, OLD.asked_by AS old, NEW.asked_by AS new UNION ALL SELECT 'approved_by' AS k, OLD.approved_by AS old, NEW.approved_by AS new UNION ALL SELECT 'request_id' AS k, OLD.request_id AS old, NEW.request_id AS new UNION ALL SELECT 'party_ids' AS k, OLD.party_ids AS old, NEW.party_ids AS new UNION ALL SELECT 'counts' AS k, OLD.counts AS old, NEW.counts AS new UNION ALL SELECT 'copies' AS k, OLD.copies AS old, NEW.copies AS new UNION ALL SELECT 'language' AS k, OLD.language AS old, NEW.language AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_erasure_delete AFTER DELETE ON erasure  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'erasure', OLD.id, NULL, 'delete', json_patch('{}', json_object('mode', OLD.mode, 'at', OLD.at, 'asked_by', OLD.asked_by, 'approved_by', OLD.approved_by, 'request_id', OLD.request_id, 'party_ids', OLD.party_ids, 'counts', OLD.counts, 'copies', OLD.copies, 'language', OLD.language)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_erasure_id BEFORE UPDATE OF id ON erasure BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_privacy_request_insert AFTER INSERT ON privacy_request  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'privacy_request', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'kind', NEW.kind, 'received_on', NEW.received_on, 'due_on', NEW.due_on, 'state', NEW.state, 'identity_check', NEW.identity_check, 'note', NEW.note, 'outcome', NEW.outcome, 'created_at', NEW.created_at, 'created_by', NEW.created_by, 'approved_at', NEW.approved_at, 'approved_by', NEW.approved_by, 'closed_at', NEW.closed_at, 'closed_by', NEW.closed_by, 'erasure_id', NEW.erasure_id)), randomblob(16));
END;

CREATE TRIGGER capture_privacy_request_update AFTER UPDATE OF party_id, kind, received_on, due_on, state, identity_check, note, outcome, created_at, created_by, approved_at, approved_by, closed_at, closed_by, erasure_id ON privacy_request WHEN OLD.party_id IS NOT NEW.party_id OR OLD.kind IS NOT NEW.kind OR OLD.received_on IS NOT NEW.received_on OR OLD.due_on IS NOT NEW.due_on OR OLD.state IS NOT NEW.state OR OLD.identity_check IS NOT NEW.identity_check OR OLD.note IS NOT NEW.note OR OLD.outcome IS NOT NEW.outcome OR OLD.created_at IS NOT NEW.created_at OR OLD.created_by IS NOT NEW.created_by OR OLD.approved_at IS NOT NEW.approved_at OR OLD.approved_by IS NOT NEW.approved_by OR OLD.closed_at IS NOT NEW.closed_at OR OLD.closed_by IS NOT NEW.closed_by OR OLD.erasure_id IS NOT NEW.erasure_id BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'privacy_request', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'received_on' AS k, OLD.received_on AS old, NEW.received_on AS new UNION ALL SELECT 'due_on' AS k, OLD.due_on AS old, NEW.due_on AS new UNION ALL SELECT 'state' AS k, OLD.state AS old, NEW.state AS new UNION ALL SELECT 'identity_check' AS k, OLD.identity_check AS old, NEW.identity_check AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'outcome' AS k, OLD.outcome AS old, NEW.outcome AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'approved_at' AS k, OLD.approved_at AS old, NEW.approved_at AS new UNION ALL SELECT 'approved_by' AS k, OLD.approved_by AS old, NEW.approved_by AS new UNION ALL SELECT 'closed_at' AS k, OLD.closed_at AS old, NEW.closed_at AS new UNION ALL SELECT 'closed_by' AS k, OLD.closed_by AS old, NEW.closed_by AS new UNION ALL SELECT 'erasure_id' AS k, OLD.erasure_id AS old, NEW.erasure_id AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'received_on' AS k, OLD.received_on AS old, NEW.received_on AS new UNION ALL SELECT 'due_on' AS k, OLD.due_on AS old, NEW.due_on AS new UNION ALL SELECT 'state' AS k, OLD.state AS old, NEW.state AS new UNION ALL SELECT 'identity_check' AS k, OLD.identity_check AS old, NEW.identity_check AS new UNION ALL SELECT 'note' AS k, OLD.note AS old, NEW.note AS new UNION ALL SELECT 'outcome' AS k, OLD.outcome AS old, NEW.outcome AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'created_by' AS k, OLD.created_by AS old, NEW.created_by AS new UNION ALL SELECT 'approved_at' AS k, OLD.approved_at AS old, NEW.approved_at AS new UNION ALL SELECT 'approved_by' AS k, OLD.approved_by AS old, NEW.approved_by AS new UNION ALL SELECT 'closed_at' AS k, OLD.closed_at AS old, NEW.closed_at AS new UNION ALL SELECT 'closed_by' AS k, OLD.closed_by AS old, NEW.closed_by AS new UNION ALL SELECT 'erasure_id' AS k, OLD.erasure_id AS old, NEW.erasure_id AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_privacy_request_delete AFTER DELETE ON privacy_request  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'privacy_request', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'kind', OLD.kind, 'received_on', OLD.received_on, 'due_on', OLD.due_on, 'state', OLD.state, 'identity_check', OLD.identity_check, 'note', OLD.note, 'outcome', OLD.outcome, 'created_at', OLD.created_at, 'created_by', OLD.created_by, 'approved_at', OLD.approved_at, 'approved_by', OLD.approved_by, 'closed_at', OLD.closed_at, 'closed_by', OLD.closed_by, 'erasure_id', OLD.erasure_id)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_privacy_request_id BEFORE UPDATE OF id ON privacy_request BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_privacy_mark_insert AFTER INSERT ON privacy_mark  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'privacy_mark', NEW.id, NEW.party_id, 'insert', NULL, json_patch('{}', json_object('party_id', NEW.party_id, 'kind', NEW.kind, 'reason', NEW.reason, 'at', NEW.at, 'by_id', NEW.by_id, 'ended_at', NEW.ended_at, 'ended_by', NEW.ended_by)), randomblob(16));
END;

CREATE TRIGGER capture_privacy_mark_update AFTER UPDATE OF party_id, kind, reason, at, by_id, ended_at, ended_by ON privacy_mark WHEN OLD.party_id IS NOT NEW.party_id OR OLD.kind IS NOT NEW.kind OR OLD.reason IS NOT NEW.reason OR OLD.at IS NOT NEW.at OR OLD.by_id IS NOT NEW.by_id OR OLD.ended_at IS NOT NEW.ended_at OR OLD.ended_by IS NOT NEW.ended_by BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'privacy_mark', NEW.id, NEW.party_id, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'ended_at' AS k, OLD.ended_at AS old, NEW.ended_at AS new UNION ALL SELECT 'ended_by' AS k, OLD.ended_by AS old, NEW.ended_by AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'party_id' AS k, OLD.party_id AS old, NEW.party_id AS new UNION ALL SELECT 'kind' AS k, OLD.kind AS old, NEW.kind AS new UNION ALL SELECT 'reason' AS k, OLD.reason AS old, NEW.reason AS new UNION ALL SELECT 'at' AS k, OLD.at AS old, NEW.at AS new UNION ALL SELECT 'by_id' AS k, OLD.by_id AS old, NEW.by_id AS new UNION ALL SELECT 'ended_at' AS k, OLD.ended_at AS old, NEW.ended_at AS new UNION ALL SELECT 'ended_by' AS k, OLD.ended_by AS old, NEW.ended_by AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_privacy_mark_delete AFTER DELETE ON privacy_mark  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'privacy_mark', OLD.id, OLD.party_id, 'delete', json_patch('{}', json_object('party_id', OLD.party_id, 'kind', OLD.kind, 'reason', OLD.reason, 'at', OLD.at, 'by_id', OLD.by_id, 'ended_at', OLD.ended_at, 'ended_by', OLD.ended_by)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_privacy_mark_id BEFORE UPDATE OF id ON privacy_mark BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_retention_rule_insert AFTER INSERT ON retention_rule  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'retention_rule', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('name', NEW.name, 'role', NEW.role, 'event', NEW.event, 'months', NEW.months, 'action', NEW.action, 'binding', NEW.binding, 'source', NEW.source, 'active', NEW.active, 'created_at', NEW.created_at, 'about', NEW.about)), randomblob(16));
END;

CREATE TRIGGER capture_retention_rule_update AFTER UPDATE OF name, role, event, months, action, binding, source, active, created_at, about ON retention_rule WHEN OLD.name IS NOT NEW.name OR OLD.role IS NOT NEW.role OR OLD.event IS NOT NEW.event OR OLD.months IS NOT NEW.months OR OLD.action IS NOT NEW.action OR OLD.binding IS NOT NEW.binding OR OLD.source IS NOT NEW.source OR OLD.active IS NOT NEW.active OR OLD.created_at IS NOT NEW.created_at OR OLD.about IS NOT NEW.about BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'retention_rule', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new UNION ALL SELECT 'event' AS k, OLD.event AS old, NEW.event AS new UNION ALL SELECT 'months' AS k, OLD.months AS old, NEW.months AS new UNION ALL SELECT 'action' AS k, OLD.action AS old, NEW.action AS new UNION ALL SELECT 'binding' AS k, OLD.binding AS old, NEW.binding AS new UNION ALL SELECT 'source' AS k, OLD.source AS old, NEW.source AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'about' AS k, OLD.about AS old, NEW.about AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'role' AS k, OLD.role AS old, NEW.role AS new UNION ALL SELECT 'event' AS k, OLD.event AS old, NEW.event AS new UNION ALL SELECT 'months' AS k, OLD.months AS old, NEW.months AS new UNION ALL SELECT 'action' AS k, OLD.action AS old, NEW.action AS new UNION ALL SELECT 'binding' AS k, OLD.binding AS old, NEW.binding AS new UNION ALL SELECT 'source' AS k, OLD.source AS old, NEW.source AS new UNION ALL SELECT 'active' AS k, OLD.active AS old, NEW.active AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new UNION ALL SELECT 'about' AS k, OLD.about AS old, NEW.about AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_retention_rule_delete AFTER DELETE ON retention_rule  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'retention_rule', OLD.id, NULL, 'delete', json_patch('{}', json_object('name', OLD.name, 'role', OLD.role, 'event', OLD.event, 'months', OLD.months, 'action', OLD.action, 'binding', OLD.binding, 'source', OLD.source, 'active', OLD.active, 'created_at', OLD.created_at, 'about', OLD.about)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_retention_rule_id BEFORE UPDATE OF id ON retention_rule BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_export_recipient_insert AFTER INSERT ON export_recipient  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'export_recipient', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('name', NEW.name, 'key', NEW.key, 'added_by', NEW.added_by, 'added_at', NEW.added_at)), randomblob(16));
END;

CREATE TRIGGER capture_export_recipient_update AFTER UPDATE OF name, key, added_by, added_at ON export_recipient WHEN OLD.name IS NOT NEW.name OR OLD.key IS NOT NEW.key OR OLD.added_by IS NOT NEW.added_by OR OLD.added_at IS NOT NEW.added_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'export_recipient', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'key' AS k, OLD.key AS old, NEW.key AS new UNION ALL SELECT 'added_by' AS k, OLD.added_by AS old, NEW.added_by AS new UNION ALL SELECT 'added_at' AS k, OLD.added_at AS old, NEW.added_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'key' AS k, OLD.key AS old, NEW.key AS new UNION ALL SELECT 'added_by' AS k, OLD.added_by AS old, NEW.added_by AS new UNION ALL SELECT 'added_at' AS k, OLD.added_at AS old, NEW.added_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_export_recipient_delete AFTER DELETE ON export_recipient  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'export_recipient', OLD.id, NULL, 'delete', json_patch('{}', json_object('name', OLD.name, 'key', OLD.key, 'added_by', OLD.added_by, 'added_at', OLD.added_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_export_recipient_id BEFORE UPDATE OF id ON export_recipient BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_saved_view_insert AFTER INSERT ON saved_view  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'saved_view', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('owner_id', NEW.owner_id, 'list', NEW.list, 'name', NEW.name, 'shared', NEW.shared, 'definition', NEW.definition, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_saved_view_update AFTER UPDATE OF owner_id, list, name, shared, definition, created_at ON saved_view WHEN OLD.owner_id IS NOT NEW.owner_id OR OLD.list IS NOT NEW.list OR OLD.name IS NOT NEW.name OR OLD.shared IS NOT NEW.shared OR OLD.definition IS NOT NEW.definition OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'saved_view', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'list' AS k, OLD.list AS old, NEW.list AS new UNION ALL SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'shared' AS k, OLD.shared AS old, NEW.shared AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'owner_id' AS k, OLD.owner_id AS old, NEW.owner_id AS new UNION ALL SELECT 'list' AS k, OLD.list AS old, NEW.list AS new UNION ALL SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'shared' AS k, OLD.shared AS old, NEW.shared AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_saved_view_delete AFTER DELETE ON saved_view  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'saved_view', OLD.id, NULL, 'delete', json_patch('{}', json_object('owner_id', OLD.owner_id, 'list', OLD.list, 'name', OLD.name, 'shared', OLD.shared, 'definition', OLD.definition, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_saved_view_id BEFORE UPDATE OF id ON saved_view BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;

CREATE TRIGGER capture_import_mapping_insert AFTER INSERT ON import_mapping  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'import_mapping', NEW.id, NULL, 'insert', NULL, json_patch('{}', json_object('name', NEW.name, 'header_key', NEW.header_key, 'definition', NEW.definition, 'created_at', NEW.created_at)), randomblob(16));
END;

CREATE TRIGGER capture_import_mapping_update AFTER UPDATE OF name, header_key, definition, created_at ON import_mapping WHEN OLD.name IS NOT NEW.name OR OLD.header_key IS NOT NEW.header_key OR OLD.definition IS NOT NEW.definition OR OLD.created_at IS NOT NEW.created_at BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'import_mapping', NEW.id, NULL, 'update', (SELECT json_group_object(k, old) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'header_key' AS k, OLD.header_key AS old, NEW.header_key AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), (SELECT json_group_object(k, new) FROM (SELECT 'name' AS k, OLD.name AS old, NEW.name AS new UNION ALL SELECT 'header_key' AS k, OLD.header_key AS old, NEW.header_key AS new UNION ALL SELECT 'definition' AS k, OLD.definition AS old, NEW.definition AS new UNION ALL SELECT 'created_at' AS k, OLD.created_at AS old, NEW.created_at AS new) WHERE old IS NOT new), randomblob(16));
END;

CREATE TRIGGER capture_import_mapping_delete AFTER DELETE ON import_mapping  BEGIN
  INSERT INTO change (operation_seq, entity, record_id, party_id, action, old, new, salt)
  VALUES ((SELECT seq FROM current_operation), 'import_mapping', OLD.id, NULL, 'delete', json_patch('{}', json_object('name', OLD.name, 'header_key', OLD.header_key, 'definition', OLD.definition, 'created_at', OLD.created_at)), NULL, randomblob(16));
END;

CREATE TRIGGER capture_import_mapping_id BEFORE UPDATE OF id ON import_mapping BEGIN SELECT RAISE(ABORT, 'ledger: an id is fixed'); END;
