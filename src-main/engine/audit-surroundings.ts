// Joins the proof of the log to the engine: whose key signs it.

import type { AuditBase } from '../features/audit';
import { signInDomain } from '../keys';
import type { Base } from './base';

/** `base` throws when none is open. */
export const auditDeps = (base: () => Base) => ({ auditBase: () => auditBaseOf(base()) });

const auditBaseOf = ({ unlocked, unitOfWork }: Base): AuditBase => ({
  vaultId: unlocked.vaultId,
  sign: () => unitOfWork.checkpoint('export'),
  signLog(hash) {
    const signing = unlocked.userKeys?.signing;
    if (signing === undefined) return null;
    const signature = signInDomain('audit-log', signing.privateKey, Buffer.from(hash));
    return { key: signing.publicKey.toString('hex'), signature: signature.toString('hex') };
  },
});
