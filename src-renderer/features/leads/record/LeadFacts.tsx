// The facts of a lead, each changed in its place.

import { leadEntity } from '@shared/catalogue';
import type { Lead, LeadChange } from '@shared/features/leads/lead';
import type { ReactNode } from 'react';
import { useEngineCommand, useIsMasked, useMay } from '../../../api';
import {
  ChoiceSelect,
  InPlace,
  InstantText,
  MoneyInput,
  MoneyText,
  Panel,
  TextField,
  useFormat,
  useT,
} from '../../../ui';
import { useDone } from '../../operations';
import { useUnitOptions } from '../../policy';
import { minutesWords } from '../lead-marks';
import styles from '../leads.module.css';

interface FactProps<Value> {
  readonly lead: Lead;
  readonly field: 'interest' | 'source' | 'amount' | 'note';
  readonly value: Value;
  readonly shown: ReactNode;
  /** Null for what cannot be saved as it stands. */
  readonly setOf: (value: Value) => LeadChange | null;
  readonly editor: (label: string, value: Value, change: (value: Value) => void) => ReactNode;
}

function Fact<Value>({ lead, field, setOf, editor, ...rest }: FactProps<Value>): ReactNode {
  const t = useT();
  const done = useDone();
  const may = useMay();
  const isMasked = useIsMasked();
  const update = useEngineCommand('leads.update');
  const label = t(`catalogue.lead.${field}`);
  const save = async (value: Value): Promise<boolean> => {
    const set = setOf(value);
    if (set === null) return false;
    const result = await update.run({ id: lead.id, set });
    if (result.ok) done(result, t('record.saved', { field: label }));
    return result.ok;
  };
  return (
    <InPlace
      {...rest}
      label={label}
      masked={isMasked(`lead.${field}`)}
      changeable={may('leads.write') && lead.deletedAt === null}
      pending={update.pending}
      failure={update.error}
      editor={(value, change) => editor(label, value, change)}
      save={save}
      onClose={update.clear}
    />
  );
}

export function LeadFacts({ lead }: { readonly lead: Lead }): ReactNode {
  const t = useT();
  return (
    <Panel title={t('deals.facts')} flush>
      <WordsFact lead={lead} field="interest" value={lead.interest ?? ''} setOf={(interest) => ({ interest })} />
      <Fact
        lead={lead}
        field="source"
        value={lead.source}
        shown={t(`catalogue.lead.source.${lead.source}`)}
        setOf={(source) => ({ source })}
        editor={(_label, value, change) => (
          <ChoiceSelect
            entity={leadEntity}
            field="source"
            autoFocus
            value={value}
            onChange={(next) => change(next ?? value)}
          />
        )}
      />
      <Fact<number | null | undefined>
        lead={lead}
        field="amount"
        value={lead.amount}
        shown={lead.amount !== null && <MoneyText minor={lead.amount} currency={lead.currency} />}
        setOf={(amount) => (amount === undefined ? null : { amount })}
        editor={(label, _value, change) => (
          <MoneyInput label={label} autoFocus value={lead.amount} currency={lead.currency} onChange={change} />
        )}
      />
      <WordsFact lead={lead} field="note" rows={4} value={lead.note ?? ''} setOf={(note) => ({ note })} />
      <Holder lead={lead} />
    </Panel>
  );
}

type WordsFactProps = Pick<FactProps<string>, 'lead' | 'field' | 'value' | 'setOf'> & { readonly rows?: number };

function WordsFact({ rows, ...rest }: WordsFactProps): ReactNode {
  const shown = rest.value !== '' && (
    <bdi dir="auto" className={rows === undefined ? undefined : styles.note}>
      {rest.value}
    </bdi>
  );
  return (
    <Fact
      {...rest}
      shown={shown}
      editor={(label, value, change) => (
        <TextField label={label} autoFocus rows={rows} value={value} onChange={change} />
      )}
    />
  );
}

/** Whose it is, when it came, and how long the office gives itself. */
function Holder({ lead }: { readonly lead: Lead }): ReactNode {
  const t = useT();
  const format = useFormat();
  const units = useUnitOptions();
  const unit = units.find(({ value }) => value === lead.unitId)?.label.replace(/^[– ]+/, '');
  return (
    <div className={styles.foot}>
      <p className={styles.hint}>
        {t('catalogue.lead.owner_id')}: <bdi dir="auto">{lead.owner?.name ?? t('leads.nobody')}</bdi>
        {unit !== undefined && (
          <>
            {' · '}
            <bdi dir="auto">{unit}</bdi>
          </>
        )}
      </p>
      <p className={styles.hint}>
        {t('catalogue.lead.received_at')}: <InstantText value={lead.receivedAt} />
      </p>
      <p className={styles.hint}>{t('leads.target', { time: minutesWords(format, lead.targetMinutes) })}</p>
    </div>
  );
}
