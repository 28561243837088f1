// Who this party is connected with, in words; the map says the same as a drawing.

import type { PartyRecord } from '@shared/features/parties/party';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Button, IconButton, Panel, useFormat, useNow, useT } from '../../../ui';
import styles from './record.module.css';
import { inOrder } from './relation-choices';
import { RelationshipForm } from './RelationshipForm';
import { RelationshipLine } from './RelationshipLine';
import { usePartyEdit } from './use-party-edit';

export function RelationshipsSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const format = useFormat();
  const today = format.civilOf(useNow());
  const { allowed } = usePartyEdit();
  const [open, setOpen] = useState<string | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    adder.current?.focus();
    setOpen(null);
  };
  const add = allowed && (
    <IconButton ref={adder} small label={t('relationships.add')} onClick={() => setOpen('new')}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('relationships.title')} action={add} flush className={styles.section}>
      <ul className={styles.parts}>
        {inOrder(record.relationships, today).map((relationship) => (
          <li key={relationship.id} className={styles.part}>
            {open === relationship.id ? (
              <RelationshipForm record={record} relationship={relationship} onClose={close} />
            ) : (
              <RelationshipLine relationship={relationship} today={today} onEdit={() => setOpen(relationship.id)} />
            )}
          </li>
        ))}
        {open === 'new' && (
          <li className={styles.part}>
            <RelationshipForm record={record} relationship={null} onClose={close} />
          </li>
        )}
      </ul>
      {record.relationships.length === 0 && open === null && (
        <div className={styles.addLine}>
          {allowed ? (
            <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={() => setOpen('new')}>
              {t('relationships.add')}
            </Button>
          ) : (
            <p className={styles.quiet}>{t('relationships.none')}</p>
          )}
        </div>
      )}
    </Panel>
  );
}
