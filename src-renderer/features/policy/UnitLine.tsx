// One unit: its kind, its people, its cities; changed, added to, or taken away.

import { IconPencil, IconPlus, IconTrash, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Chip, IconButton, useT } from '../../ui';
import { useDone } from '../operations';
import { MemberDialog } from './MemberDialog';
import { Members } from './Members';
import styles from './policy.module.css';
import type { UnitWish } from './UnitDialog';
import { usePeriodWords } from './use-period-words';
import type { Unit } from './use-unit-options';
import { useUserName } from './use-user-name';

export interface UnitLineProps {
  readonly unit: Unit;
  /** How far below the top it stands. */
  readonly depth: number;
  onWish(wish: UnitWish): void;
}

export function UnitLine({ unit, depth, onWish }: UnitLineProps): ReactNode {
  const t = useT();
  const done = useDone();
  const remove = useEngineCommand('policy.removeUnit');
  const [adding, setAdding] = useState(false);
  const { name } = unit;
  const run = async (): Promise<void> => {
    const answer = await remove.run({ id: unit.id });
    done(answer, t('policy.unit-removed', { name }));
  };
  return (
    <li className={styles.unit} style={{ paddingInlineStart: `${1 + depth * 1.75}rem` }}>
      <div className={styles.unitWords}>
        <strong>
          <Bidi>{name}</Bidi>
        </strong>
        <Chip>{t(`catalogue.org_unit.kind.${unit.kind}`)}</Chip>
        <UnitFacts unit={unit} />
      </div>
      <span className={styles.tools}>
        <IconButton small label={t('policy.add-member', { name })} onClick={() => setAdding(true)}>
          <IconUserPlus size="1rem" aria-hidden />
        </IconButton>
        <IconButton small label={t('policy.add-below', { name })} onClick={() => onWish({ parentId: unit.id })}>
          <IconPlus size="1rem" aria-hidden />
        </IconButton>
        <IconButton small label={t('policy.edit-unit', { name })} onClick={() => onWish({ unit })}>
          <IconPencil size="1rem" aria-hidden />
        </IconButton>
        <IconButton
          small
          label={t('policy.remove-unit', { name })}
          disabled={remove.pending}
          onClick={() => void run()}
        >
          <IconTrash size="1rem" aria-hidden />
        </IconButton>
      </span>
      <Members unit={unit} />
      {adding && <MemberDialog unit={unit} onClose={() => setAdding(false)} />}
    </li>
  );
}

function UnitFacts({ unit }: { readonly unit: Unit }): ReactNode {
  const t = useT();
  const nameOf = useUserName();
  const period = usePeriodWords();
  const facts = [
    unit.managerId !== null && t('policy.manager', { name: nameOf(unit.managerId) }),
    unit.deputyId !== null && t('policy.deputy', { name: nameOf(unit.deputyId) }),
    period(unit.fromOn, unit.toOn),
    unit.cities.join('، '),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return facts.length > 0 && <span className={styles.quiet}>{facts.join(' · ')}</span>;
}
