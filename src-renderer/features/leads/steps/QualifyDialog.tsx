// A lead becomes a deal: in which pipeline, under which title, and what is known of its worth and day. The person is not copied.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { openLeadStates } from '@shared/features/leads/response';
import { useEngineCommand } from '../../../api';
import {
  CivilDateField,
  Dialog,
  Fields,
  Form,
  FormFoot,
  MoneyInput,
  Select,
  TextField,
  useNavigation,
  useT,
} from '../../../ui';
import { useDone } from '../../operations';
import { NoPipeline, usePipelines } from '../../pipelines';
import type { StepDialogProps } from './ContactDialog';

export function QualifyDialog({ lead, onClose }: StepDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const navigation = useNavigation();
  const qualify = useEngineCommand('leads.qualify');
  const pipelines = usePipelines();
  const [form, setForm] = useState({
    pipelineId: null as string | null,
    title: lead.interest ?? '',
    amount: lead.amount as number | null | undefined,
    expectedOn: null as string | null,
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const used = (pipelines.all ?? []).filter(({ active }) => active);
  const pipeline = used.find(({ id }) => id === form.pipelineId) ?? used[0];
  const ready = pipeline !== undefined && form.title.trim() !== '' && form.amount !== undefined;
  const save = async (): Promise<void> => {
    if (!ready || pipeline === undefined || qualify.pending) return;
    const { title, amount, expectedOn } = form;
    const fromState = openLeadStates.find((state) => state === lead.state);
    const worth = { amount: amount ?? null, currency: lead.currency };
    const asked = { id: lead.id, pipelineId: pipeline.id, title, expectedOn, fromState, ...worth };
    const result = await qualify.run({ ...asked, ownerId: lead.owner?.id ?? null });
    if (!result.ok) return;
    done(result, t('leads.qualified'));
    onClose();
    navigation.go({ page: 'deal', id: result.value.dealId });
  };
  return (
    <Dialog opened onClose={onClose} title={t('leads.qualify')}>
      {pipelines.all !== undefined && pipeline === undefined && <NoPipeline />}
      {pipeline !== undefined && (
        <Form onSubmit={save}>
          <TextField
            label={t('catalogue.deal.title')}
            required
            autoFocus
            value={form.title}
            onChange={(title) => change({ title })}
          />
          <Fields>
            <Select
              label={t('catalogue.pipeline')}
              value={pipeline.id}
              options={used.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(pipelineId) => change({ pipelineId })}
            />
            <MoneyInput
              label={t('catalogue.deal.amount')}
              value={form.amount ?? null}
              currency={lead.currency}
              onChange={(amount) => change({ amount })}
            />
            <CivilDateField
              label={t('catalogue.deal.expected_on')}
              value={form.expectedOn}
              onChange={(expectedOn) => change({ expectedOn })}
            />
          </Fields>
          <FormFoot
            ready={ready}
            pending={qualify.pending}
            failure={qualify.error}
            save={t('leads.qualify')}
            onClose={onClose}
          />
        </Form>
      )}
    </Dialog>
  );
}
