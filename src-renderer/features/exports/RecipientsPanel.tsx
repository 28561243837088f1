// The register of whom files may be encrypted for: age public keys under names, and the office's own escrow keys.

import type { Recipient } from '@shared/features/exports/lock';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Bidi, Button, Dialog, EmptyState, ErrorState, InstantText, Ltr, Panel, TextField, useT } from '../../ui';
import styles from './exports.module.css';
import { recipientName } from './LockChoice';

export function RecipientsPanel(): ReactNode {
  const t = useT();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const list = useEngineQuery('exports.recipients', {});
  const remove = useEngineCommand('exports.removeRecipient');
  const mayChange = may('settings.manage');
  const add = mayChange && (
    <Button small icon={<IconUserPlus size="1rem" stroke={1.6} aria-hidden />} onClick={() => setAdding(true)}>
      {t('exports.recipients.add')}
    </Button>
  );
  return (
    <Panel title={t('exports.recipients')} action={add}>
      <p className="dw-muted">{t('exports.recipients.lead')}</p>
      {list.error !== null && <ErrorState error={list.error} onRetry={list.refresh} />}
      {remove.error !== null && <ErrorState inline error={remove.error} />}
      {list.data?.recipients.length === 0 && <EmptyState small title={t('exports.recipients.none')} />}
      <ul className={styles.drills} aria-label={t('exports.recipients')}>
        {list.data?.recipients.map((one) => (
          <RecipientLine
            key={one.id}
            recipient={one}
            {...(mayChange && one.kind === 'listed' ? { onRemove: () => void remove.run({ id: one.id }) } : {})}
          />
        ))}
      </ul>
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}

interface LineProps {
  readonly recipient: Recipient;
  readonly onRemove?: () => void;
}

function RecipientLine({ recipient, onRemove }: LineProps): ReactNode {
  const t = useT();
  const { key, addedBy, addedAt } = recipient;
  return (
    <li className={styles.drill}>
      <IconKey size={20} stroke={1.6} aria-hidden />
      <span className={styles.words}>
        <strong>
          <Bidi>{recipientName(t, recipient)}</Bidi>
        </strong>
        <span className={styles.key}>
          <Ltr>{key}</Ltr>
        </span>
        <span className="dw-muted">
          {addedBy !== null && (
            <>
              <Bidi>{addedBy.name}</Bidi> ·{' '}
            </>
          )}
          <InstantText value={addedAt} />
        </span>
      </span>
      {onRemove !== undefined && (
        <Button small onClick={onRemove}>
          {t('common.remove')}
        </Button>
      )}
    </li>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const add = useEngineCommand('exports.addRecipient');
  const [form, setForm] = useState({ name: '', key: '' });
  const isReady = form.name.trim() !== '' && form.key.trim() !== '';
  const save = async (): Promise<void> => {
    const added = await add.run(form);
    if (added.ok) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('exports.recipients.add')}>
      <form
        className={styles.export}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save();
        }}
      >
        <p className="dw-muted">{t('exports.recipients.add-lead')}</p>
        <TextField
          label={t('exports.recipients.name')}
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          maxLength={200}
          autoFocus
          required
        />
        <TextField
          label={t('exports.recipients.key')}
          value={form.key}
          onChange={(key) => setForm({ ...form, key })}
          direction="ltr"
          required
        />
        {add.error !== null && <ErrorState inline error={add.error} />}
        <div>
          <Button type="submit" kind="primary" disabled={!isReady} pending={add.pending}>
            {t('exports.recipients.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
