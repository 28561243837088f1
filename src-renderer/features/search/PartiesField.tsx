// Several parties as chips with a finder behind them: who took part.

import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Chip, useT } from '../../ui';
import { PartyPicker } from './PartyPicker';
import type { PickedParty } from './PartyPicker';
import styles from './search.module.css';

export interface PartiesFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: readonly PickedParty[];
  readonly autoFocus?: boolean;
  onChange(parties: readonly PickedParty[]): void;
  /** Enter in the empty field when somebody is chosen. */
  onLeave?(): void;
}

export function PartiesField({
  label,
  placeholder,
  value,
  autoFocus,
  onChange,
  onLeave,
}: PartiesFieldProps): ReactNode {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const drop = (id: string): void => {
    onChange(value.filter((party) => party.id !== id));
    field.current?.focus();
  };
  return (
    <div className={styles.parties} role="group" aria-label={label}>
      {value.map((party) => (
        <Chip key={party.id} onRemove={() => drop(party.id)} removeLabel={t('search.drop', { name: party.name })}>
          <bdi dir="auto">{party.name}</bdi>
        </Chip>
      ))}
      <div className={styles.partiesField}>
        <PartyPicker
          ref={field}
          label={label}
          labelHidden
          placeholder={placeholder}
          autoFocus={autoFocus}
          without={value.map((party) => party.id)}
          onPick={(party) => onChange([...value, party])}
          onLeave={value.length > 0 ? onLeave : undefined}
          onBackspace={() => onChange(value.slice(0, -1))}
        />
      </div>
    </div>
  );
}
