// A new deal: with whom, what about, in which pipeline, and what is already known of it.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useSession } from '../../api';
import { Chip, CivilDateField, Dialog, Fields, Form, FormFoot, MoneyInput, Select, TextField, useT } from '../../ui';
import { useDone, useUserOptions } from '../operations';
import { NoPipeline, usePipelines } from '../pipelines';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';

export interface NewDealDialogProps {
  /** With whom, where that is settled. */
  readonly party?: PickedParty;
  /** The office's first one when absent. */
  readonly pipelineId?: string;
  onClose(): void;
}

interface Form {
  readonly party: PickedParty | null;
  readonly title: string;
  readonly pipelineId: string | null;
  /** Minor units; undefined while it cannot be read. */
  readonly amount: number | null | undefined;
  readonly expectedOn: string | null;
  readonly ownerId: string | null;
}

export function NewDealDialog({ party, pipelineId, onClose }: NewDealDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const me = useSession();
  const pipelines = usePipelines();
  const create = useEngineCommand('deals.create');
  const [form, setForm] = useState<Form>({
    party: party ?? null,
    title: '',
    pipelineId: pipelineId ?? null,
    amount: null,
    expectedOn: null,
    ownerId: me.id,
  });
  const used = (pipelines.all ?? []).filter(({ active }) => active);
  const pipeline = used.find(({ id }) => id === form.pipelineId) ?? used[0];
  const ready = form.party !== null && form.title.trim() !== '' && form.amount !== undefined && pipeline !== undefined;
  const save = async (): Promise<void> => {
    if (form.party === null || pipeline === undefined || !ready || create.pending) return;
    const { title, amount, expectedOn, ownerId } = form;
    const facts = { title, amount: amount ?? null, expectedOn, ownerId };
    const result = await create.run({ partyId: form.party.id, pipelineId: pipeline.id, ...facts });
    if (!result.ok) return;
    done(result, t('deals.created', { title: title.trim() }));
    onClose();
  };
  const none = pipelines.all !== undefined && pipeline === undefined;
  return (
    <Dialog opened onClose={onClose} title={t('deals.new')}>
      {none && <NoPipeline />}
      {pipeline !== undefined && (
        <Form onSubmit={save}>
          <PartyLine fixed={party !== undefined} form={form} onChange={setForm} />
          <FactFields
            form={form}
            pipelines={used}
            currency={pipeline.currency}
            shown={pipeline.id}
            onChange={setForm}
          />
          <FormFoot
            ready={ready}
            pending={create.pending}
            failure={create.error}
            save={t('deals.create')}
            onClose={onClose}
          />
        </Form>
      )}
    </Dialog>
  );
}

interface FormProps {
  readonly form: Form;
  onChange(form: Form): void;
}

function PartyLine({ fixed, form, onChange }: FormProps & { readonly fixed: boolean }): ReactNode {
  const t = useT();
  const { party } = form;
  if (party === null) {
    return (
      <PartyPicker
        label={t('catalogue.deal.party_id')}
        autoFocus
        onPick={(picked) => onChange({ ...form, party: picked })}
      />
    );
  }
  return (
    <div>
      <Chip
        onRemove={fixed ? undefined : () => onChange({ ...form, party: null })}
        removeLabel={t('search.drop', { name: party.name })}
      >
        <bdi dir="auto">{party.name}</bdi>
      </Chip>
    </div>
  );
}

interface FactFieldsProps extends FormProps {
  readonly pipelines: readonly { readonly id: string; readonly name: string }[];
  /** The pipeline that is chosen. */
  readonly shown: string;
  readonly currency: string;
}

function FactFields({ form, pipelines, shown, currency, onChange }: FactFieldsProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const change = (part: Partial<Form>): void => onChange({ ...form, ...part });
  return (
    <>
      <TextField
        label={t('catalogue.deal.title')}
        required
        autoFocus={form.party !== null}
        value={form.title}
        onChange={(title) => change({ title })}
      />
      <Fields>
        <MoneyInput
          key={currency}
          label={t('catalogue.deal.amount')}
          value={form.amount ?? null}
          currency={currency}
          onChange={(amount) => change({ amount })}
        />
        <CivilDateField
          label={t('catalogue.deal.expected_on')}
          value={form.expectedOn}
          onChange={(expectedOn) => change({ expectedOn })}
        />
        <Select
          label={t('catalogue.deal.owner_id')}
          clearable
          value={form.ownerId}
          options={users}
          onChange={(ownerId) => change({ ownerId })}
        />
        <Select
          label={t('catalogue.pipeline')}
          value={shown}
          options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          // The amount is one of the pipeline's currency.
          onChange={(pipelineId) => change({ pipelineId, amount: null })}
        />
      </Fields>
    </>
  );
}
