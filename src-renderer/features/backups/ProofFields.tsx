// What opens a backup: the passphrase of its time, the recovery code, or cards.

import type { ReactNode } from 'react';
import type { BackupSummary } from '@shared/features/backups/backups.contract';
import { client } from '../../api';
import { CardsInput, emptyGroups, isComplete, PassphraseInput, RecoveryCodeInput, Segments, useT } from '../../ui';
import type { TypedCard } from '../../ui';

const ways = ['passphrase', 'code', 'cards'] as const;

export interface Proof {
  readonly way: (typeof ways)[number];
  readonly passphrase: string;
  readonly groups: readonly string[];
  readonly cards: readonly TypedCard[];
}

export const noProof = (): Proof => ({ way: 'passphrase', passphrase: '', groups: emptyGroups(), cards: [] });

export function isWhole({ way, passphrase, groups, cards }: Proof, { cardsNeeded }: BackupSummary): boolean {
  if (way === 'passphrase') return passphrase !== '';
  return way === 'code' ? isComplete(groups) : cards.length >= (cardsNeeded ?? Infinity);
}

/** As the engine takes it. */
export type ProofGiven = { passphrase: string } | { recoveryCode: string } | { cards: string[] };

export function proofFields({ way, passphrase, groups, cards }: Proof): ProofGiven {
  if (way === 'passphrase') return { passphrase };
  return way === 'code' ? { recoveryCode: groups.join(' ') } : { cards: cards.map(({ text }) => text) };
}

export interface ProofFieldsProps {
  readonly summary: BackupSummary;
  /** Token of the backup's folder. */
  readonly folder: string;
  readonly value: Proof;
  readonly onChange: (proof: Proof) => void;
  readonly disabled: boolean;
}

export function ProofFields({ summary, folder, value, onChange, disabled }: ProofFieldsProps): ReactNode {
  const t = useT();
  const offered = ways.filter((way) => way !== 'cards' || summary.cardsNeeded !== null);
  return (
    <>
      <Segments
        label={t('backups.open-with')}
        value={value.way}
        options={offered.map((way) => ({ value: way, label: t(`backups.with-${way}`), disabled }))}
        onChange={(way) => onChange({ ...value, way })}
        fullWidth
      />
      {value.way === 'passphrase' && (
        <PassphraseInput
          label={t('backups.passphrase')}
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
          disabled={disabled}
          required
        />
      )}
      {value.way === 'code' && !disabled && (
        <RecoveryCodeInput
          label={t('session.recovery-code')}
          value={value.groups}
          onChange={(groups) => onChange({ ...value, groups })}
        />
      )}
      {value.way === 'cards' && (
        <CardsInput
          needed={summary.cardsNeeded ?? 2}
          value={value.cards}
          onChange={(cards) => onChange({ ...value, cards })}
          check={(card) => client.recovery.checkCard({ card, backup: folder })}
        />
      )}
    </>
  );
}
