// Sealing fields, and who has the keys of their classes.

import { keyClasses, sealableFields, type KeyClass } from '@shared/catalogue';
import { keysContract as contract, sealStates, type keysContract } from '@shared/features/keys/keys.contract';
import type { OutputOf } from '@shared/core/contract';
import { ok, type Failure, type Result } from '@shared/core/result';
import { declared } from '../../core/declared';
import type { ActionContext, Handlers } from '../../core/context';
import type { ReadDb } from '../../db';
import type { ClassHolders } from '../../keys';
import { selectUsers } from '../users';
import { countSealed } from './classes.sql';
import { resealJob } from './reseal-job';

/** What only the engine can do with the keyring of the open base. */
export interface Classes {
  read(): Result<readonly KnownClass[], Failure>;
  /** `on`: whether values of the field are sealed from now on. */
  seal(field: string, on: boolean): Promise<Result<void, Failure>>;
  renew(name: string): Promise<Result<void, Failure>>;
}

export interface KnownClass extends ClassHolders {
  readonly isHeld: boolean;
  /** Ids of the people whose role needs it. */
  readonly wantedBy: readonly string[];
}

type Ops = (typeof keysContract)['operations'];
type Told = OutputOf<Ops['classes']>;
type Given = Pick<Handlers<typeof keysContract>, 'classes' | 'seal' | 'unseal' | 'renewClass'>;

export const classHandlers = (classes: Classes): Given => ({
  classes({ db }) {
    const read = classes.read();
    if (!read.ok) return declared(contract.operations.classes.errors, read.error);
    return ok({
      fields: sealableFields.map((field) => fieldOf(db, read.value, field)),
      classes: keyClasses.flatMap((name) => classOf(db, read.value, name)),
    });
  },
  seal: (context, { field }) => reseal(context, { fields: [field], change: () => classes.seal(field, true) }),
  unseal: (context, { field }) => reseal(context, { fields: [field], change: () => classes.seal(field, false) }),
  renewClass: (context, { class: name }) =>
    reseal(context, {
      fields: sealableFields.flatMap((field) => (field.class === name ? [field.key] : [])),
      change: () => classes.renew(name),
    }),
});

interface Change {
  readonly fields: readonly string[];
  readonly change: () => Promise<Result<void, Failure>>;
}

/** From now on first, so that nothing is written the old way while the job goes over what is there. */
async function reseal(context: ActionContext, { fields, change }: Change) {
  const changed = await change();
  if (!changed.ok) return declared(contract.operations.seal.errors, changed.error);
  // Told even where there is no value yet for the job to seal.
  context.commit(() => ok({}), { always: true, details: { fields } });
  return ok({ jobId: context.startJob(resealJob, { fields }).id });
}

type SealableField = (typeof sealableFields)[number];

function fieldOf(
  db: ReadDb,
  known: readonly KnownClass[],
  { key, class: name }: SealableField,
): Told['fields'][number] {
  const { count, sealed } = db.first(countSealed(key)) ?? { count: 0, sealed: 0 };
  const isOn = known.some((one) => one.class === name && one.fields.includes(key));
  const [open, sealing, whole, unsealing] = sealStates;
  const state = isOn ? (sealed < count ? sealing : whole) : sealed > 0 ? unsealing : open;
  return { field: key, class: name, state, values: count, sealed };
}

function classOf(db: ReadDb, known: readonly KnownClass[], name: KeyClass): Told['classes'] {
  const one = known.find((candidate) => candidate.class === name);
  if (one === undefined) return [];
  const { version, createdAt, isHeld, papers, escrows } = one;
  const people = db.all(selectUsers({})).filter(({ id, status }) => status === 'active' && one.people.includes(id));
  const isWanted = ({ id }: { readonly id: string }): boolean => one.wantedBy.includes(id);
  const holders = people.filter(isWanted).map(({ id, display_name }) => ({
    userId: id,
    name: display_name,
    waits: !one.userIds.includes(id),
  }));
  const without = people.filter((person) => !isWanted(person)).map(({ display_name }) => display_name);
  return [{ class: name, version, createdAt, isHeld, holders, without, papers, escrows }];
}
