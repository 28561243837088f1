// Guards switched off one at a time: for each, the line that guards, what stands there instead, and the test that must turn red.

export interface Fault {
  readonly guard: string;
  readonly file: string;
  readonly line: string;
  readonly instead: string;
  /** Below tests/; `title`: the beginning of the title of the test that notices. */
  readonly test: string;
  readonly title: string;
}

const fault = (
  guard: string,
  [file, line, instead]: readonly [string, string, string],
  [test, title]: readonly [string, string],
): Fault => ({
  guard,
  file,
  line,
  instead,
  test,
  title,
});

const profile = 'src-main/db/connection-profile.ts';
const waits = ['db/profile.test.ts', 'waits for the disk at each commit'] as const;
const sender = 'src-main/app/trusted-sender.ts';
const attempts = 'src-main/keys/attempts.ts';
const door = 'src-main/engine/door.ts';
const ledger = 'migrations/local/0001-ledger.ts';
const enclosed = 'features/imports/enclosed-files.test.ts';

export const faults: readonly Fault[] = [
  fault('a commit waits for the disk', [profile, "['synchronous', 'full', 2]", "['synchronous', 'off', 0]"], waits),
  fault('temporary data stays in memory', [profile, "['temp_store', 'memory', 2]", "['temp_store', 'file', 1]"], waits),
  fault('what is deleted is overwritten', [profile, "['secure_delete', 'on', 1]", "['secure_delete', 'off', 0]"], waits),
  fault('frames inside a page are not heard', [sender, 'frame === event.sender.mainFrame &&', ''], ['app/sender.test.ts', 'a frame inside the page']),
  fault('pages of another address are not heard', [sender, 'originOf(frame.url) === pages.origin &&', ''], ['app/sender.test.ts', 'a page of another address']),
  fault('windows that are not ours are not heard', [sender, 'pages.isOurs(event.sender)', 'true'], ['app/sender.test.ts', 'a window that is not ours']),
  fault('guessing is slowed down', [attempts, 'wrong < freeAttempts ? 0 :', 'wrong >= 0 ? 0 :'], ['keys/attempts.test.ts', 'the fifth try waits']),
  fault('a try counts before it is made', [attempts, '{ wrong: wrong + 1, lastAt: now }', '{ wrong, lastAt: now }'], ['keys/attempts.test.ts', 'the fifth try waits']),
  fault('an operation needs its right', [door, 'if (!actor.can(operation.permission)) return refused(deps, call, actor);', ''], ['features/settings/rights.test.ts', 'somebody without the right']),
  fault('a refusal is written down', [door, 'noteRefusal(deps, actor, { operation: op });', ''], ['features/settings/rights.test.ts', 'and it is written down']),
  fault('inputs are held against their shape', [door, "if (!parsed.success) return fail('door.invalid-input', { issues: issuesOf(parsed.error) });", ''], ['features/settings/rights.test.ts', 'an input of another shape']),
  fault('a reading is written down before its answer is given', [door, 'await open.accessLog.note({ ...worth, purpose, actor, operation: op });', ''], ['ledger/readings.test.ts', 'no answer is given out that could not be written down']),
  fault('a look is not answered before it was said what for', [door, 'const purpose = purposes.of(actor, worth);', 'const purpose = null;'], ['features/access/purpose.test.ts', 'the record is not given out']),
  fault('nothing is taken out before it was said what for', [door, 'deps.purposes.beforeTakingOut(actor, out)', 'null'], ['features/access/purpose.test.ts', 'an export of the list']),
  fault('what was said ends with its minutes', ['src-main/engine/purposes.ts', 'one === undefined || now >= one.until', 'one === undefined'], ['features/access/purpose.test.ts', 'ends after the minutes']),
  fault('what was said ends with the lock', ['src-main/engine/purposes.ts', '[memory.said, memory.asked, memory.works].forEach((part) => part.clear())', 'undefined'], ['features/access/purpose.test.ts', 'ends with the lock']),
  fault('a line of the log is never removed', [ledger, 'CREATE TRIGGER change_kept BEFORE DELETE ON change', 'CREATE TRIGGER change_kept BEFORE DELETE ON change WHEN 0'], ['ledger/context.test.ts', '']),
  fault('each entry is tied to the one before it', ['src-main/ledger/seal.ts', 'Buffer.concat([previous, Buffer.from(canonicalHeader(header)), payload])', 'Buffer.concat([Buffer.from(canonicalHeader(header)), payload])'], ['ledger/log.test.ts', 'is sound, signed to its last entry']),
  fault('each entry is tied to what it changed', ['src-main/ledger/seal.ts', 'Buffer.concat([previous, Buffer.from(canonicalHeader(header)), payload])', 'Buffer.concat([previous, Buffer.from(canonicalHeader(header))])'], ['ledger/log.test.ts', 'is sound, signed to its last entry']),
  fault('the last piece of a sealed file is sealed as the last', ['src-main/blobs/blob-format.ts', 'nonce.writeUInt8(isLast ? 1 : 0, 11);', ''], ['blobs/blob-format.test.ts', '']),
  fault('the key of a file is tied to whose it is', ['src-main/blobs/file-keys.ts', '\\0${subject}\\0${blob}', '\\0${blob}'], ['blobs/blob-format.test.ts', 'opens for the subject and the file']),
  fault('a key file that somebody altered is known', ['src-main/keys/keyring-format.ts', "return equalBytes(Buffer.from(mac, 'hex'), Buffer.from(macOf(body, dek), 'hex'));", 'return true;'], ['keys/keyring.test.ts', 'that somebody doctored']),
  fault('a passphrase is not the login', ['src-main/keys/passphrase-policy.ts', "reasons.push('keys.passphrase-has-login')", 'void 0'], ['keys/secrets.test.ts', 'that is short, common or the login']),
  fault('a passphrase is not short', ['src-main/keys/passphrase-policy.ts', "reasons.push('keys.passphrase-too-short')", 'void 0'], ['keys/secrets.test.ts', 'that is short, common or the login']),
  fault('a masked field shows its end only', ['src-main/access/mask-sql.ts', 'ELSE substr(${value}, -4) END', 'ELSE ${value} END'], ['system/access.test.ts', 'is seen whole by staff']),
  fault('no cell of a table is a formula', ['src-main/files/csv-line.ts', 'quoted(guarded(cell))', 'quoted(cell)'], ['import/rejected-rows.test.ts', 'no cell begins as a formula']),
  fault('an archive is measured before it is unpacked', ['src-main/import/sheets/zip-archive.ts', 'size > entry.packed * limits.archiveRatio', 'size < 0'], ['import/sheets.test.ts', 'an archive that unpacks']),
  fault('XML defines no entities', ['src-main/import/sheets/xml-tokens.ts', '(?:DOCTYPE|ENTITY)', '(?:NOTHING)'], ['import/sheets.test.ts', 'entity definitions are refused']),
  fault('answers of the reading process are held against their shape', ['src-main/import/parser-client.ts', 'if (parsed.success) return ok(parsed.data);', 'return ok(reply.value as never);'], ['import/parser-process.test.ts', 'answers that do not fit']),
  fault('a broken attachment is not taken for a whole one', ['src-main/import/enclosed/transfer-encoding.ts', 'return state.whole && state.ended;', 'return true;'], ['import/enclosed-files.test.ts', 'gives every file by its name']),
  fault('an attachment is no larger than the office allows', ['src-main/features/imports/take-files.ts', "bytes > limitBytes ? 'attachment-too-large' : null", 'bytes < 0 ? null : null'], [enclosed, 'keeps what is larger than the office allows out']),
  fault('no more is taken than was announced', ['src-main/features/imports/seal-files.ts', "if (total > bytes) throw new NotGiven({ code: 'import.file-changed' });", ''], [enclosed, 'giving more than it announced']),
  fault('content is what was announced', ['src-main/features/imports/seal-files.ts', 'one.digest === told.digest', 'told.digest !== null'], [enclosed, 'giving other content than it announced']),
  fault('direction signs are taken out of names', ['src-shared/text/clean.ts', '\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]/g', '\\u2060\\ufeff]/g'], ['text/clean.test.ts', '']),
  fault('names that a system keeps for itself are not used', ['src-shared/features/attachments/file-name.ts', 'reserved.test(stem) ?', "stem === '' ?"], ['features/attachments/file-names.test.ts', '']),
  fault('the page’s address gives files of one folder', ['src-main/app/page-files.ts', 'file.startsWith(folder + sep) && type', 'type'], ['system/hardening.test.ts', 'point 18']),
  fault('the page reaches no network', ['src-main/app/content-policy.ts', "\"connect-src 'none'\",", ''], ['system/hardening.test.ts', 'point 7']),
  fault('windows are in the sandbox', ['src-main/app/hardening.ts', 'sandbox: true', 'sandbox: false'], ['system/hardening.test.ts', 'points 2, 3, 4, 6']),
  fault('what ships is not driven from outside', ['src-main/app/release-guard.ts', 'return argv.filter((argument) => refused.test(argument));', 'return [];'], ['app/start.test.ts', 'does not start with any flag']),
  fault('who asked does not approve', ['src-main/features/approvals/approvals.service.ts', "if (userId === body.who) return fail('approvals.own');", ''], ['features/approvals/attacks.test.ts', 'nobody has done: the rights of a role']),
  fault('an approval is used once', ['src-main/features/approvals/request.ts', 'if (end !== null) return end.step as ApprovalState;', ''], ['features/approvals/approvals.test.ts', 'a change of rights waits']),
  fault('an approval ends with its day', ['src-main/features/approvals/request.ts', "if (now >= expiresAt) return 'expired';", ''], ['features/approvals/attacks.test.ts', 'nobody has done: the rights of a role']),
  fault('an approval is for exactly this', ['src-main/features/approvals/gate.ts', '&& body.inputHash === inputHash', ''], ['features/approvals/attacks.test.ts', 'nobody has done: the rights of a role']),
  fault('no more is done than was approved', ['src-main/features/approvals/gate.ts', 'need.count > body.most ||', ''], ['features/approvals/approvals.test.ts', 'an approved export that has grown']),
  fault('whoever approved may still approve', ['src-main/features/approvals/gate.ts', '!mayApprove(whole, decision.user_id, now)', 'false'], ['features/approvals/attacks.test.ts', 'nobody has done: the rights of a role']),
  fault('a signature is made with the key that is known', ['src-main/features/approvals/request.ts', 'return verifyInDomain(domain, key, { message: messageOf(text), signature });', 'return true;'], ['features/approvals/attacks.test.ts', 'nobody has done: the rights of a role']),
  fault('what for is said', ['src-main/features/approvals/approvals.service.ts', "if (needs === 'two' && asked.purpose === undefined) return fail('approvals.purpose-missing');", ''], ['features/approvals/attacks.test.ts', 'nobody has done: the rights of a role']),
  fault('the number a day is the number', ['src-main/features/approvals/measures.ts', 'count + removed > siteSettings', 'count + removed > 1 + siteSettings'], ['features/approvals/approvals.test.ts', 'are removed by one person up to']),
  fault('where somebody else may approve, two are needed', ['src-main/features/approvals/need.ts', 'approvers.length > 0 || siteSettings', 'siteSettings'], ['features/approvals/approvals.test.ts', 'a change of rights waits']),
  fault('who is erased is looked for in the history', ['src-main/features/erasure/residue.ts', 'changes: [...new Set([...own, ...named].map(({ seq }) => seq))],', 'changes: own.map(({ seq }) => seq),'], ['features/erasure/erasure.test.ts', 'leaves not one byte of them in the base']),
  fault('who is erased is looked for in drafts and jobs', ['src-main/features/erasure/residue.ts', 'leftovers: leftoversIn(db, needles),', 'leftovers: [],'], ['features/erasure/erasure.test.ts', 'leaves not one byte of them in the base']),
  fault('nobody is erased under a hold', ['src-main/features/erasure/execute-job.ts', 'if (verdict.mode === null) return fail(', 'if (verdict === null) return fail('], ['features/erasure/erasure.test.ts', 'is refused under a legal hold']),
  fault('of records of one person the most restrictive word holds', ['src-shared/features/consent/consent.ts', "ofRecords.findLast(({ action }) => action !== 'given') ??", ''], ['features/consent/consent.test.ts', 'has the most restrictive of what was said']),
  fault('a forbidden number is not used', ['src-shared/features/consent/consent.ts', '!doNotUse && !suppressed', '!doNotUse'], ['features/consent/consent.test.ts', 'is known by a hash only']),
  fault('who may act for somebody is a right of its own', ['src-main/access/guard.sql.ts', "if (entity === 'authority' || entity === 'authority_question') return 'authority.grant';", ''], ['features/policy/privacy-officer.test.ts', 'keeps holds, consents']),
]; // prettier-ignore
