// A new quote: for whom and about what; everything else is written on its page.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Chip, CivilDateField, Dialog, Form, FormFoot, TextField, useNavigation, useT } from '../../ui';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';

export interface NewQuoteDialogProps {
  /** For whom, where that is settled. */
  readonly party?: PickedParty;
  readonly dealId?: string | undefined;
  onClose(): void;
}

export function NewQuoteDialog({ party, dealId, onClose }: NewQuoteDialogProps): ReactNode {
  const t = useT();
  const { go } = useNavigation();
  const create = useEngineCommand('quotes.create');
  const [picked, setPicked] = useState<PickedParty | null>(party ?? null);
  const [title, setTitle] = useState('');
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (picked === null || title.trim() === '' || create.pending) return;
    const made = await create.run({
      partyId: picked.id,
      title,
      validUntil,
      ...(dealId === undefined ? {} : { dealId }),
    });
    if (!made.ok) return;
    onClose();
    go({ page: 'quote', id: made.value.id });
  };
  return (
    <Dialog opened onClose={onClose} title={t('quotes.new')}>
      <Form onSubmit={save}>
        {picked === null ? (
          <PartyPicker label={t('catalogue.quote.party_id')} autoFocus onPick={setPicked} />
        ) : (
          <div>
            <Chip>
              <bdi dir="auto">{picked.name}</bdi>
            </Chip>
          </div>
        )}
        <TextField
          label={t('catalogue.quote.title')}
          required
          autoFocus={picked !== null}
          value={title}
          onChange={setTitle}
        />
        <CivilDateField label={t('quotes.validUntil')} value={validUntil} onChange={setValidUntil} />
        <FormFoot
          ready={picked !== null && title.trim() !== ''}
          pending={create.pending}
          failure={create.error}
          save={t('quotes.create')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}
