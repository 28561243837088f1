// The rules of the office: which are on, how grave each is, who answers for it, and what it says. An administrator changes them.

import type { QualityRule } from '@shared/features/quality/quality.contract';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Bidi, Button, Chip, ErrorState, IconButton, LoadingState, Switch, useFormat, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './quality.module.css';
import { RuleDialog } from './RuleDialog';
import { linesOf } from './rule-words';
import { ruleWords, severityHues } from './words';

/** A rule that is made anew. */
const fresh = 'fresh';

export function RulesTab(): ReactNode {
  const t = useT();
  const may = useMay();
  const rules = useEngineQuery('quality.rules', {});
  const [editing, setEditing] = useState<QualityRule | typeof fresh | null>(null);
  if (rules.error !== null && rules.data === undefined)
    return <ErrorState error={rules.error} onRetry={rules.refresh} />;
  if (rules.data === undefined) return <LoadingState lines={8} />;
  const manages = may('quality.manage');
  return (
    <div className={styles.scroll}>
      {manages && (
        <Button icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setEditing(fresh)}>
          {t('quality.new-rule')}
        </Button>
      )}
      <ul className={styles.ruleLines}>
        {rules.data.rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} onEdit={manages ? () => setEditing(rule) : undefined} />
        ))}
      </ul>
      {editing !== null && <RuleDialog rule={editing === fresh ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

interface RuleLineProps {
  readonly rule: QualityRule;
  onEdit: (() => void) | undefined;
}

function RuleLine({ rule, onEdit }: RuleLineProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const done = useDone();
  const save = useEngineCommand('quality.saveRule');
  const words = ruleWords(t, rule);
  const turn = async (active: boolean): Promise<void> => {
    const { id, name, severity, owner, definition } = rule;
    const answer = await save.run({ id, name, severity, ownerId: owner?.id ?? null, active, definition });
    done(answer, t('record.saved', { field: words }));
  };
  return (
    <li className={styles.ruleLine} data-off={!rule.active || undefined}>
      <Switch
        label={<span className="dw-said">{words}</span>}
        checked={rule.active}
        disabled={onEdit === undefined || save.pending}
        onChange={(active) => void turn(active)}
      />
      <div className={styles.rowWords}>
        <strong>
          <bdi>{words}</bdi>
        </strong>
        {linesOf({ t, format }, rule.definition).map((line) => (
          <span key={line} className="dw-muted">
            {line}
          </span>
        ))}
      </div>
      <Chip hue={severityHues[rule.severity]}>{t(`catalogue.quality_rule.severity.${rule.severity}`)}</Chip>
      <span className={styles.owner}>{rule.owner === null ? t('record.noOwner') : <Bidi>{rule.owner.name}</Bidi>}</span>
      {onEdit !== undefined && (
        <IconButton label={t('quality.edit', { rule: words })} onClick={onEdit}>
          <IconPencil size="1.1rem" />
        </IconButton>
      )}
    </li>
  );
}
