// What a lost device or a user's seat held: whom, which classes of data, under which encryption, and by when it must be told.

import { openSync, closeSync, writeSync, fsyncSync } from 'node:fs';
import { catalogue } from '@shared/catalogue';
import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { Actor } from '../../access';
import type { ActionContext, QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { fileErrorCode } from '../../files';
import { actorOf } from '../policy';
import { selectUser } from '../users';
import { countPeopleSeen, countPeopleWith, selectLookedAt, selectSeenPeople, type HoldingPlace } from './retention.sql';

type Ops = (typeof privacyContract)['operations'];

export interface BreachDeps {
  /** The base as somebody else sees it, for one look. */
  readonly seeAs: <T>(actor: Actor, look: (db: ReadDb) => T) => T;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
}

/** GDPR article 33 and the Saudi rules alike: 72 hours from when it was noticed. */
const TELL_WITHIN_MS = 72 * 3_600_000;

/** What the user could see is what whoever has their passphrase sees on the device; without it, it shows nothing. */
export function breachOf(
  { db, clock }: QueryContext,
  { userId, since = 0, noticedAt }: InputOf<Ops['breach']>,
  { seeAs }: BreachDeps,
): Answer<Ops['breach']> {
  const user = db.first(selectUser({ id: userId }));
  if (user === undefined) return fail('privacy.user-not-found', { id: userId });
  const actor = actorOf(db, userId, clock.now());
  const held = actor === null ? nothing : seeAs(actor, (seen) => heldIn(seen, actor));
  return ok({
    userName: user.display_name,
    ...held,
    lookedAt: db.first(selectLookedAt({ user: userId, since }))?.people ?? 0,
    encryption: 'SQLCipher 4 (AES-256-CBC, HMAC-SHA-512); AES-256-GCM',
    tellBy: (noticedAt ?? clock.now()) + TELL_WITHIN_MS,
  });
}

const nothing = { people: 0, classes: [] };

function heldIn(db: ReadDb, actor: Actor) {
  const whole = actor.can('parties.read-sensitive') ? [2, 3] : [2];
  return {
    people: db.first(countPeopleSeen({}))?.people ?? 0,
    classes: whole.map((privacyClass) => ({
      privacyClass,
      people: db.first(countPeopleWith(tablesOf(privacyClass)))?.people ?? 0,
    })),
  };
}

/** Fields of this class in entities about parties, and the column that says whose. */
const tablesOf = (privacyClass: number): HoldingPlace[] =>
  catalogue.flatMap(({ key, subject, fields }) => {
    const held = Object.entries(fields).filter(
      ([, { privacy, merge }]) => privacy === privacyClass && merge !== 'local',
    );
    return subject === null || held.length === 0
      ? []
      : [{ table: key, column: subject, fields: held.map(([name]) => name) }];
  });

/** Who must be told: number and name, one a line. That the list left the base is written down first. */
export async function writeBreachList(
  { db, clock, noteReading }: ActionContext,
  { userId, file }: InputOf<Ops['breachList']>,
  { seeAs, resolveFile }: BreachDeps,
): Promise<Answer<Ops['breachList']>> {
  const actor = actorOf(db, userId, clock.now());
  if (actor === null) return fail('privacy.user-not-found', { id: userId });
  const path = resolveFile(file);
  if (path === undefined) return fail('files.not-found');
  noteReading({ way: 'export', fields: ['party'], of: 'everyone' });
  try {
    return ok({ people: seeAs(actor, (seen) => writeLines(seen, path)) });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
}

function writeLines(db: ReadDb, path: string): number {
  const handle = openSync(path, 'w', 0o600);
  try {
    let people = 0;
    writeSync(handle, '\uFEFFid,name\r\n');
    for (const { id, display_name } of db.each(selectSeenPeople({}))) {
      writeSync(handle, `${id},"${display_name.replaceAll('"', '""')}"\r\n`);
      people += 1;
    }
    fsyncSync(handle);
    return people;
  } finally {
    closeSync(handle);
  }
}
