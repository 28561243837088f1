// What opens a base, as it travels: a passphrase, the printed recovery code, or cards of one set.

import { z } from 'zod';

export const Passphrase = z.string().min(1).max(1024);
const RecoveryCode = z.string().max(200);
/** As typed, one text each. */
const Cards = z.array(z.string().max(300)).min(1).max(15);

export const paperShape = { recoveryCode: RecoveryCode.optional(), cards: Cards.optional() } as const;
export const proofShape = { passphrase: Passphrase.optional(), ...paperShape } as const;

interface PaperFields {
  readonly recoveryCode?: string | undefined;
  readonly cards?: readonly string[] | undefined;
}
interface ProofFields extends PaperFields {
  readonly passphrase?: string | undefined;
}

export const isOnePaper = ({ recoveryCode, cards }: PaperFields): boolean =>
  (recoveryCode === undefined) !== (cards === undefined);

export const isOneProof = ({ passphrase, recoveryCode, cards }: ProofFields): boolean =>
  [passphrase, recoveryCode, cards].filter((way) => way !== undefined).length === 1;

export type Paper = { readonly recoveryCode: string } | { readonly cards: readonly string[] };
export type Proof = { readonly passphrase: string } | Paper;

export const paperOf = ({ recoveryCode, cards }: PaperFields): Paper =>
  recoveryCode === undefined ? { cards: cards ?? [] } : { recoveryCode };

export const proofOf = ({ passphrase, ...paper }: ProofFields): Proof =>
  passphrase === undefined ? paperOf(paper) : { passphrase };

export const oneCardErrors = [
  'keys.card-incomplete',
  'keys.card-mistyped',
  'keys.card-damaged',
  'keys.card-foreign',
] as const;

export const paperErrors = [
  'keys.recovery-code-incomplete',
  'keys.recovery-code-mistyped',
  'keys.wrong-recovery-code',
  ...oneCardErrors,
  'keys.cards-too-few',
  'keys.wrong-cards',
] as const;
