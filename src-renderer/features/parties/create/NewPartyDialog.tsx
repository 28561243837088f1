// A new person, organisation or group by keyboard alone: Enter walks through the fields, Ctrl+Enter saves.

import type { KeyboardEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineCommand } from '../../../api';
import { Button, Dialog, ErrorState, useNavigation, useT } from '../../../ui';
import { DuplicateWarning } from '../../duplicates';
import { useDone } from '../../operations';
import { ReturnWarning } from '../../privacy';
import type { PartyKind } from '../list/list-view';
import { draftOf, emptyForm, nextField, probeOf } from './new-party-form';
import type { NewPartyForm } from './new-party-form';
import { NewPartyFields } from './NewPartyFields';
import styles from './create.module.css';
import { SimilarParties } from './SimilarParties';

export interface NewPartyDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly kind?: PartyKind;
  /** Words already typed elsewhere (a search that found nobody). */
  readonly name?: string;
}

export function NewPartyDialog({ opened, onClose, kind = 'person', name }: NewPartyDialogProps): ReactNode {
  return opened ? <OpenDialog kind={kind} name={name} onClose={onClose} /> : null;
}

function OpenDialog({
  onClose,
  kind,
  name,
}: {
  onClose(): void;
  readonly kind: PartyKind;
  readonly name?: string;
}): ReactNode {
  const t = useT();
  const id = useId();
  const done = useDone();
  const navigation = useNavigation();
  const create = useEngineCommand('parties.create');
  const [form, setForm] = useState<NewPartyForm>(() => emptyForm(kind, name));
  const [tried, setTried] = useState(false);
  const save = async (open: boolean): Promise<void> => {
    setTried(true);
    if (form.name.trim() === '' || create.pending) return;
    const result = await create.run(draftOf(form));
    if (!result.ok) return;
    done(result, t('people.create.saved', { name: form.name.trim() }));
    onClose();
    if (open) navigation.go({ page: 'party', id: result.value.id });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter') return;
    const field = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey) void save(true);
    else if (!(field instanceof HTMLInputElement) || field.ariaExpanded === 'true') return;
    else if (nextField(field) === undefined) void save(true);
    else nextField(field)?.focus();
    event.preventDefault();
  };
  const footer = (
    <>
      <span className={styles.keys}>{t('people.create.keys')}</span>
      <Button disabled={create.pending} onClick={() => void save(false)}>
        {t('people.create.save')}
      </Button>
      <Button kind="primary" pending={create.pending} aria-keyshortcuts="Control+Enter" onClick={() => void save(true)}>
        {t('people.create.saveOpen')}
      </Button>
    </>
  );
  return (
    <Dialog opened onClose={onClose} title={t('people.create.title')} footer={footer}>
      <form id={id} className={styles.form} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <NewPartyFields
          form={form}
          nameMissing={tried && form.name.trim() === ''}
          change={(part) => setForm({ ...form, ...part })}
        />
        <DuplicateWarning
          probe={probeOf(form)}
          onOpen={onClose}
          otherwise={<SimilarParties form={form} onOpen={onClose} />}
        />
        <ReturnWarning
          probe={probeOf(form)}
          reason={form.returnReason}
          onReason={(returnReason) => setForm({ ...form, returnReason })}
        />
        {create.error !== null && <ErrorState inline error={create.error} />}
      </form>
    </Dialog>
  );
}
