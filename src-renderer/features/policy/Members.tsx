// Who works in a unit, each with a way out.

import type { ReactNode } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Chip, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './policy.module.css';
import { usePeriodWords } from './use-period-words';
import type { Unit } from './use-unit-options';
import { useUserName } from './use-user-name';

export function Members({ unit }: { readonly unit: Unit }): ReactNode {
  const t = useT();
  const done = useDone();
  const nameOf = useUserName();
  const period = usePeriodWords();
  const remove = useEngineCommand('policy.removeMember');
  const takeOut = async (id: string, name: string): Promise<void> => {
    const answer = await remove.run({ id });
    done(answer, t('policy.member-removed', { name, unit: unit.name }));
  };
  if (unit.members.length === 0) return null;
  return (
    <ul className={styles.members} aria-label={t('policy.members', { name: unit.name })}>
      {unit.members.map(({ id, userId, fromOn, toOn }) => {
        const name = nameOf(userId);
        const dates = period(fromOn, toOn);
        return (
          <li key={id}>
            <Chip
              onRemove={() => void takeOut(id, name)}
              removeLabel={t('policy.remove-member', { name, unit: unit.name })}
            >
              <Bidi>{name}</Bidi>
              {dates !== null && <span className={styles.quiet}> {dates}</span>}
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}
