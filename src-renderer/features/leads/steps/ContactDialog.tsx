// A contact that took place: logged with the party, and the step that it was.

import { activityEntity } from '@shared/catalogue';
import type { Lead } from '@shared/features/leads/lead';
import { openLeadStates } from '@shared/features/leads/response';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../../api';
import { ChoiceSelect, Dialog, Form, FormFoot, Segments, TextField, useT } from '../../../ui';
import { useDone } from '../../operations';

export interface StepDialogProps {
  readonly lead: Lead;
  onClose(): void;
}

type State = (typeof openLeadStates)[number];

export function ContactDialog({ lead, onClose }: StepDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const contact = useEngineCommand('leads.contact');
  const [form, setForm] = useState({
    kind: 'call' as const satisfies Kind as Kind,
    direction: 'outgoing' as 'incoming' | 'outgoing',
    subject: '',
    outcome: '',
    toState: (lead.state === 'new' ? 'contacted' : lead.state) as State,
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const ready = form.subject.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready || contact.pending) return;
    const result = await contact.run({ id: lead.id, ...form });
    if (!result.ok) return;
    done(result, t('leads.contacted'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('leads.contact')}>
      <Form onSubmit={save}>
        <ChoiceSelect
          entity={activityEntity}
          field="kind"
          value={form.kind}
          onChange={(kind) => change({ kind: kind ?? form.kind })}
        />
        <Segments
          label={t('catalogue.activity.direction')}
          value={form.direction}
          options={(['outgoing', 'incoming'] as const).map((value) => ({
            value,
            label: t(`catalogue.activity.direction.${value}`),
          }))}
          onChange={(direction) => change({ direction })}
        />
        <TextField
          label={t('catalogue.activity.subject')}
          required
          autoFocus
          value={form.subject}
          onChange={(subject) => change({ subject })}
        />
        <TextField
          label={t('catalogue.activity.outcome')}
          value={form.outcome}
          onChange={(outcome) => change({ outcome })}
        />
        <Segments
          label={t('catalogue.lead.state')}
          value={form.toState}
          options={openLeadStates
            .filter((state) => state !== 'new' || lead.state === 'new')
            .map((value) => ({ value, label: t(`catalogue.lead.state.${value}`) }))}
          onChange={(toState) => change({ toState })}
        />
        <FormFoot
          ready={ready}
          pending={contact.pending}
          failure={contact.error}
          save={t('leads.contact')}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

type Kind = (typeof activityEntity.fields.kind.choices)[number];
