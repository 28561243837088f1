// Recovery cards typed one after another until there are enough: each is looked at when its last group is there, and named.

import type { Failure, Result } from '@shared/core/result';
import type { ReactNode } from 'react';
import { useState } from 'react';
import style from './CardsInput.module.css';
import { useFormat } from './format';
import { CARD_GROUPS, emptyGroups, isComplete } from './recovery-groups';
import { RecoveryCodeInput } from './RecoveryCodeInput';
import { ErrorState } from './states';
import { Chip } from './surfaces';
import { useT } from './words';

export interface TypedCard {
  readonly number: number;
  readonly text: string;
}

export interface CardsInputProps {
  readonly needed: number;
  readonly value: readonly TypedCard[];
  readonly onChange: (cards: TypedCard[]) => void;
  /** Whose card it is. */
  readonly check: (card: string) => Promise<Result<{ readonly number: number }, Failure>>;
}

export function CardsInput({ needed, value, onChange, check }: CardsInputProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [groups, setGroups] = useState(() => emptyGroups(CARD_GROUPS));
  const [error, setError] = useState<Failure | null>(null);
  const [checking, setChecking] = useState(false);
  const type = async (next: string[]): Promise<void> => {
    // What is typed while a card is being looked at would be taken for part of it.
    if (checking) return undefined;
    setGroups(next);
    setError(null);
    if (!isComplete(next)) return undefined;
    const text = next.join(' ');
    setChecking(true);
    const checked = await check(text);
    setChecking(false);
    if (!checked.ok) return setError(checked.error);
    const { number } = checked.value;
    onChange([...value.filter((card) => card.number !== number), { number, text }]);
    setGroups(emptyGroups(CARD_GROUPS));
    return undefined;
  };
  return (
    <div className={style.cards}>
      <ul className={style.typed} aria-label={t('recovery.cards-typed')}>
        {value.map((card) => (
          <li key={card.number}>
            <Chip hue="green" onRemove={() => onChange(value.filter((other) => other !== card))}>
              {t('recovery.card-number', { number: card.number })}
            </Chip>
          </li>
        ))}
      </ul>
      {value.length < needed && (
        <RecoveryCodeInput
          key={value.length}
          label={t('recovery.next-card', { at: format.number(value.length + 1), needed: format.number(needed) })}
          value={groups}
          onChange={(next) => void type(next)}
          autoFocus
        />
      )}
      {error !== null && <ErrorState inline error={error} />}
    </div>
  );
}
