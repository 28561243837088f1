// On a record's page: how complete it is, what is missing with the way to write it, and what breaks a rule.

import type { QualityWish } from '@shared/features/quality/quality.contract';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, Panel, useT } from '../../ui';
import { FixField } from './FixField';
import { Meter } from './Meter';
import styles from './quality.module.css';
import { ruleWords, severityHues, wishWords } from './words';

export function CompletenessPanel({ partyId }: { readonly partyId: string }): ReactNode {
  return useMay()('quality.read') ? <Completeness partyId={partyId} /> : null;
}

function Completeness({ partyId }: { readonly partyId: string }): ReactNode {
  const t = useT();
  const { data } = useEngineQuery('quality.ofParty', { id: partyId });
  const [open, setOpen] = useState<string | null>(null);
  if (data === undefined || (data.score === null && data.findings.length === 0)) return null;
  const missing = data.wishes.filter(({ has }) => !has).map(({ wish }) => wish);
  const opened = missing.find(({ id }) => id === open);
  return (
    <Panel title={t('quality.tab.completeness')}>
      {data.score !== null && <Meter label={t('quality.tab.completeness')} score={data.score} />}
      {missing.length > 0 && <Missing wishes={missing} open={open} onOpen={setOpen} />}
      {opened !== undefined && (
        <FixField
          key={opened.id}
          partyId={partyId}
          place={opened.place}
          recordId={null}
          autoFocus
          onDone={() => setOpen(null)}
        />
      )}
      {data.findings.length > 0 && (
        <ul className={styles.partyFindings}>
          {data.findings.map(({ rule }) => (
            <li key={rule.id} style={{ color: `var(--dw-hue-${severityHues[rule.severity]})` }}>
              <bdi>{ruleWords(t, rule)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface MissingProps {
  readonly wishes: readonly QualityWish[];
  readonly open: string | null;
  onOpen(id: string | null): void;
}

function Missing({ wishes, open, onOpen }: MissingProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.missing}>
      <span className="dw-muted">{t('quality.missing')}</span>
      {wishes.map((wish) => (
        <Button
          key={wish.id}
          small
          kind={open === wish.id ? 'primary' : 'plain'}
          icon={<IconPlus size="0.9rem" aria-hidden />}
          onClick={() => onOpen(open === wish.id ? null : wish.id)}
        >
          {wishWords(t, wish)}
        </Button>
      ))}
    </div>
  );
}
