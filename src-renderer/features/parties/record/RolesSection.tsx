// The roles a party plays for the office, each with its own owner, deputy, stage, terms and story.

import type { PartyRecord } from '@shared/features/parties/party';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Button, hueOfStageName, IconButton, Panel, useT } from '../../../ui';
import styles from './record.module.css';
import { RoleCard } from './RoleCard';
import { RoleForm } from './RoleForm';
import { usePartyEdit } from './use-party-edit';

export function RolesSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const { allowed } = usePartyEdit();
  const [adding, setAdding] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    adder.current?.focus();
    setAdding(false);
  };
  const add = allowed && (
    <IconButton ref={adder} small label={t('record.addRole')} onClick={() => setAdding(true)}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('record.section.roles')} action={add} flush className={styles.section}>
      {record.roles.map((role) => (
        <div
          key={role.id}
          className={styles.role}
          style={{ borderInlineStartColor: `var(--dw-hue-${hueOfStageName(role.stage)})` }}
        >
          <RoleCard role={role} />
        </div>
      ))}
      {adding && (
        <div className={styles.part}>
          <RoleForm role={null} onClose={close} />
        </div>
      )}
      {record.roles.length === 0 && !adding && (
        <div className={styles.addLine}>
          {allowed ? (
            <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={() => setAdding(true)}>
              {t('record.addRole')}
            </Button>
          ) : (
            <p className={styles.quiet}>{t('record.role.none')}</p>
          )}
        </div>
      )}
    </Panel>
  );
}
