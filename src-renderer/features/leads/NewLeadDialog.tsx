// A new lead: of somebody on file, or of somebody who is written down with it; what they want and how it came.

import { leadEntity } from '@shared/catalogue';
import { currencyFor } from '@shared/locale/money';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay, useSession } from '../../api';
import {
  Chip,
  ChoiceSelect,
  Dialog,
  Fields,
  Form,
  FormFoot,
  MoneyInput,
  Segments,
  Select,
  TextField,
  useNavigation,
  useT,
} from '../../ui';
import { DuplicateWarning } from '../duplicates';
import { useDone, useUserOptions } from '../operations';
import { ReturnWarning } from '../privacy';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';
import { draftOf, emptyForm, isReady, probeOf } from './new-lead-form';
import type { NewLeadForm } from './new-lead-form';
import { OpenLeads } from './OpenLeads';

export interface NewLeadDialogProps {
  /** Whose lead it is, where that is settled. */
  readonly party?: PickedParty;
  /** Words already typed elsewhere: the name of somebody new. */
  readonly name?: string;
  onClose(): void;
}

export function NewLeadDialog({ party, name, onClose }: NewLeadDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const me = useSession();
  const navigation = useNavigation();
  const create = useEngineCommand('leads.create');
  const [form, setForm] = useState<NewLeadForm>(() => emptyForm({ party, name, ownerId: me.id }));
  const change = (part: Partial<NewLeadForm>): void => setForm({ ...form, ...part });
  const save = async (): Promise<void> => {
    if (!isReady(form) || create.pending) return;
    const result = await create.run(draftOf(form));
    if (!result.ok) return;
    done(result, t('leads.created'));
    onClose();
    navigation.go({ page: 'lead', id: result.value.id });
  };
  return (
    <Dialog opened onClose={onClose} title={t('leads.new')}>
      <Form onSubmit={save}>
        <Who form={form} fixed={party !== undefined} change={change} onLeave={onClose} />
        <Facts form={form} change={change} />
        <FormFoot
          ready={isReady(form)}
          pending={create.pending}
          failure={create.error}
          save={t('leads.create')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

interface PartProps {
  readonly form: NewLeadForm;
  change(part: Partial<NewLeadForm>): void;
}

interface WhoProps extends PartProps {
  readonly fixed: boolean;
  /** The person went to a record instead. */
  onLeave(): void;
}

function Who({ form, fixed, change, onLeave }: WhoProps): ReactNode {
  const t = useT();
  const mayWrite = useMay()('parties.create');
  const { party } = form;
  if (party !== null) {
    return (
      <>
        <div>
          <Chip
            onRemove={fixed ? undefined : () => change({ party: null })}
            removeLabel={t('search.drop', { name: party.name })}
          >
            <bdi dir="auto">{party.name}</bdi>
          </Chip>
        </div>
        <OpenLeads partyId={party.id} onOpen={onLeave} />
      </>
    );
  }
  return (
    <>
      {mayWrite && (
        <Segments
          label={t('leads.who')}
          value={form.who}
          fullWidth
          options={(['known', 'new'] as const).map((value) => ({ value, label: t(`leads.who.${value}`) }))}
          onChange={(who) => change({ who })}
        />
      )}
      {form.who === 'known' || !mayWrite ? (
        <PartyPicker label={t('catalogue.lead.party_id')} autoFocus onPick={(picked) => change({ party: picked })} />
      ) : (
        <Newcomer form={form} change={change} />
      )}
    </>
  );
}

function Newcomer({ form, change }: PartProps): ReactNode {
  const t = useT();
  const { newcomer } = form;
  const set = (part: Partial<NewLeadForm['newcomer']>): void => change({ newcomer: { ...newcomer, ...part } });
  return (
    <>
      <Segments
        label={t('people.create.kind')}
        value={newcomer.kind}
        options={(['person', 'organisation'] as const).map((value) => ({
          value,
          label: t(`catalogue.party.kind.${value}`),
        }))}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        label={t('people.create.name')}
        required
        autoFocus
        value={newcomer.name}
        onChange={(name) => set({ name })}
      />
      <Fields>
        <TextField
          label={t('people.create.phone')}
          direction="ltr"
          inputMode="tel"
          value={newcomer.phone}
          onChange={(phone) => set({ phone })}
        />
        <TextField
          label={t('people.create.email')}
          direction="ltr"
          inputMode="email"
          value={newcomer.email}
          onChange={(email) => set({ email })}
        />
      </Fields>
      <DuplicateWarning probe={probeOf(form)} onPick={(picked) => change({ party: picked, who: 'known' })} />
      <ReturnWarning
        probe={probeOf(form)}
        reason={newcomer.returnReason}
        onReason={(returnReason) => set({ returnReason })}
      />
    </>
  );
}

function Facts({ form, change }: PartProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const settings = useEngineQuery('settings.get', {});
  const currency = currencyFor(settings.data?.site.country ?? 'SA');
  return (
    <>
      <TextField
        label={t('catalogue.lead.interest')}
        autoFocus={form.party !== null}
        value={form.interest}
        onChange={(interest) => change({ interest })}
      />
      <Fields>
        <ChoiceSelect
          entity={leadEntity}
          field="source"
          value={form.source}
          onChange={(source) => change({ source: source ?? form.source })}
        />
        <MoneyInput
          key={currency}
          label={t('catalogue.lead.amount')}
          value={form.amount ?? null}
          currency={currency}
          onChange={(amount) => change({ amount })}
        />
        <Select
          label={t('catalogue.lead.owner_id')}
          clearable
          value={form.ownerId}
          options={users}
          onChange={(ownerId) => change({ ownerId })}
        />
      </Fields>
      <TextField label={t('catalogue.lead.note')} rows={2} value={form.note} onChange={(note) => change({ note })} />
    </>
  );
}
