// The rules of the office: which are on, how grave each is, who answers for it, and what it says. An administrator changes them.

import type { QualityRule } from '@shared/features/quality/quality.contract';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { AddButton, Answer, Bidi, Chip, IconButton, Lines, SwitchLine, useFormat, useT } from '../../ui';
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
  const answer = useEngineQuery('quality.rules', {});
  const [editing, setEditing] = useState<QualityRule | typeof fresh | null>(null);
  const manages = may('quality.manage');
  return (
    <div className={styles.scroll}>
      {manages && <AddButton label={t('quality.new-rule')} onClick={() => setEditing(fresh)} />}
      <Answer of={answer} lines={8}>
        {({ rules }) => (
          <Lines rows={rules}>
            {(rule) => <RuleLine key={rule.id} rule={rule} onEdit={manages ? () => setEditing(rule) : undefined} />}
          </Lines>
        )}
      </Answer>
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
    <SwitchLine
      words={words}
      on={rule.active}
      pending={onEdit === undefined || save.pending}
      onTurn={(active) => void turn(active)}
      more={linesOf({ t, format }, rule.definition).map((line) => (
        <span key={line} className="dw-muted">
          {line}
        </span>
      ))}
    >
      <Chip hue={severityHues[rule.severity]}>{t(`catalogue.quality_rule.severity.${rule.severity}`)}</Chip>
      <span className={styles.owner}>{rule.owner === null ? t('record.noOwner') : <Bidi>{rule.owner.name}</Bidi>}</span>
      {onEdit !== undefined && (
        <IconButton label={t('quality.edit', { rule: words })} onClick={onEdit}>
          <IconPencil size="1.1rem" />
        </IconButton>
      )}
    </SwitchLine>
  );
}
