// A rule of retention: about whom, counted from what, how long, and what becomes of it then.

import { retainedThings, retentionActions, retentionEvents, retentionRuleEntity, roleTypes } from '@shared/catalogue';
import type { RetentionRule } from '@shared/features/retention/retention-operations';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  ChoiceSelect,
  Dialog,
  Fields,
  Form,
  FormFoot,
  NumberInput,
  Select,
  Switch,
  TakeBack,
  TextField,
  useT,
} from '../../ui';
import { useDone } from '../operations';

type RuleForm = Omit<RetentionRule, 'id' | 'preset'>;

const fresh: RuleForm = {
  name: '',
  role: null,
  event: 'last-activity',
  months: 24,
  action: 'review',
  binding: false,
  source: null,
  active: true,
  about: 'person',
};

/** All that may be proposed about things that are not the person. */
const reviewOnly = { action: 'review', binding: false } as const;

export interface RetentionRuleDialogProps {
  /** null: a new one. */
  readonly rule: RetentionRule | null;
  onClose(): void;
}

export function RetentionRuleDialog({ rule, onClose }: RetentionRuleDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('privacy.saveRetentionRule');
  const remove = useEngineCommand('privacy.removeRetentionRule');
  const [form, setForm] = useState<RuleForm>(rule ?? fresh);
  const title = rule === null ? t('privacy.new-rule') : (rule.name ?? t.any(`privacy.retention.${rule.id}`));
  const submit = async (): Promise<void> => {
    const { name, role, event: from, months, action, binding, source, active, about } = form;
    const told = { name, role, event: from, months, action, binding, source, active, about };
    const answer = await save.run(rule === null ? told : { ...told, id: rule.id });
    if (!answer.ok) return;
    done(answer, t('record.saved', { field: title }));
    onClose();
  };
  const takeBack = async (): Promise<void> => {
    const answer = await remove.run({ id: rule?.id ?? '' });
    if (!answer.ok) return;
    done(answer, t('privacy.rule-removed'));
    onClose();
  };
  const failure = save.error ?? remove.error;
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form onSubmit={submit}>
        <RuleFields form={form} onChange={(part) => setForm({ ...form, ...part })} />
        <FormFoot pending={save.pending} failure={failure} onClose={onClose}>
          <TakeBack of={rule} remove={t('privacy.remove-rule')} pending={remove.pending} onTakeBack={takeBack} />
        </FormFoot>
      </Form>
    </Dialog>
  );
}

interface RuleFieldsProps {
  readonly form: RuleForm;
  onChange(part: Partial<RuleForm>): void;
}

function RuleFields({ form, onChange }: RuleFieldsProps): ReactNode {
  const t = useT();
  const roles = roleTypes.map((value) => ({ value, label: t.any(`catalogue.party_role.type.${value}`) }));
  return (
    <>
      <TextField
        label={t('catalogue.retention_rule.name')}
        value={form.name ?? ''}
        onChange={(name) => onChange({ name })}
      />
      <Fields>
        <Select
          label={t('catalogue.retention_rule.role')}
          placeholder={t('privacy.everybody')}
          clearable
          value={form.role}
          options={roles}
          onChange={(role) => onChange({ role })}
        />
        <ChoiceSelect
          entity={retentionRuleEntity}
          field="about"
          only={retainedThings}
          value={form.about}
          onChange={(about) => about !== null && onChange(about === 'person' ? { about } : { about, ...reviewOnly })}
        />
        <ChoiceSelect
          entity={retentionRuleEntity}
          field="event"
          only={retentionEvents}
          value={form.event}
          onChange={(event) => event !== null && onChange({ event })}
        />
        <NumberInput
          label={t('catalogue.retention_rule.months')}
          value={form.months}
          min={1}
          max={1200}
          onChange={(months) => months !== null && onChange({ months })}
        />
        <ChoiceSelect
          entity={retentionRuleEntity}
          field="action"
          only={form.about === 'person' ? retentionActions : [reviewOnly.action]}
          value={form.action}
          onChange={(action) => action !== null && onChange({ action })}
        />
      </Fields>
      <TextField
        label={t('catalogue.retention_rule.source')}
        value={form.source ?? ''}
        onChange={(source) => onChange({ source: source === '' ? null : source })}
      />
      <Switch
        label={t('catalogue.retention_rule.binding')}
        checked={form.binding}
        disabled={form.about !== 'person'}
        onChange={(binding) => onChange({ binding })}
      />
    </>
  );
}
