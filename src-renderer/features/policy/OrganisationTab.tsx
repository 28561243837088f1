// The units of the office as a tree, each with who leads it and who works in it.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { AddButton, EmptyState, Panel, useT } from '../../ui';
import styles from './policy.module.css';
import { inTree } from './unit-tree';
import { UnitDialog, type UnitWish } from './UnitDialog';
import { UnitLine } from './UnitLine';
import type { Unit } from './use-unit-options';

export function OrganisationTab({ units }: { readonly units: readonly Unit[] }): ReactNode {
  const t = useT();
  const [wish, setWish] = useState<UnitWish | null>(null);
  const add = <AddButton small label={t('policy.add-unit')} onClick={() => setWish({ parentId: null })} />;
  return (
    <Panel title={t('policy.units')} action={units.length > 0 && add} flush>
      {units.length === 0 && (
        <EmptyState small title={t('policy.no-units')} detail={t('policy.no-units-detail')} action={add} />
      )}
      <ul className={styles.units}>
        {inTree(units).map(({ unit, depth }) => (
          <UnitLine key={unit.id} unit={unit} depth={depth} onWish={setWish} />
        ))}
      </ul>
      {wish !== null && <UnitDialog wish={wish} units={units} onClose={() => setWish(null)} />}
    </Panel>
  );
}
