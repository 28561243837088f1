// Giving the selected records to an owner, or to a unit of the office.

import { IconHierarchy2, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuDivider, MenuItem, useT } from '../../../ui';
import type { Option } from '../../../ui';
import { useUserOptions } from '../../operations';
import { useUnitOptions } from '../../policy';
import styles from './list.module.css';
import { useBulkChange, type BulkActionProps } from './use-bulk-change';

export function AssignActions(props: BulkActionProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const units = useUnitOptions();
  const { set, pending } = useBulkChange(props);
  return (
    <>
      <AssignMenu
        label={t('people.bulk.owner')}
        none={t('people.bulk.noOwner')}
        icon={<IconUserCheck size="1rem" stroke={1.6} aria-hidden />}
        options={users}
        pending={pending}
        onChoose={(ownerId) => void set({ ownerId })}
      />
      {units.length > 0 && (
        <AssignMenu
          label={t('people.bulk.unit')}
          none={t('people.bulk.noUnit')}
          icon={<IconHierarchy2 size="1rem" stroke={1.6} aria-hidden />}
          options={units}
          pending={pending}
          onChoose={(unitId) => void set({ unitId })}
        />
      )}
    </>
  );
}

interface AssignMenuProps {
  readonly label: string;
  /** The words for taking it away. */
  readonly none: string;
  readonly icon: ReactNode;
  readonly options: readonly Option[];
  readonly pending: boolean;
  onChoose(id: string | null): void;
}

function AssignMenu({ label, none, icon, options, pending, onChoose }: AssignMenuProps): ReactNode {
  return (
    <Menu
      align="start"
      className={styles.views}
      trigger={
        <Button small icon={icon} aria-haspopup="menu" pending={pending}>
          {label}
        </Button>
      }
    >
      {options.map(({ value, label: words }) => (
        <MenuItem key={value} onClick={() => onChoose(value)}>
          {words}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem onClick={() => onChoose(null)}>{none}</MenuItem>
    </Menu>
  );
}
