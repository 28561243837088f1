// Changes the slots of a keyring on disk as a holder of the keys could: sum and seal are right afterwards.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealKeyring, type KeyringBody } from '../../src-main/keys/keyring-format';
import { writeFileAtomic } from '../../src-main/files';
import type { TestEngine } from './open-engine';

type Slots = Record<string, unknown>[];

export function doctorKeyring({ engine, folder }: TestEngine, change: (slots: Slots) => Slots): void {
  const {
    mac: _,
    sum: __,
    ...body
  } = JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')) as KeyringBody & {
    mac: string;
    sum: string;
  };
  const changed = { ...body, slots: change(body.slots as Slots) } as KeyringBody;
  const text = sealKeyring(changed, engine.base()!.unlocked.secret.dek);
  for (const file of ['keyring.json', 'keyring.bak.json']) writeFileAtomic(join(folder, file), text);
}
