// How complete records are, by role and by whoever answers for them, and what the office counts as complete.

import type { Averages, QualityWish } from '@shared/features/quality/quality.contract';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { AddButton, Answer, Bidi, IconButton, Line, Lines, NumberText, Panel, useFormat, useT } from '../../ui';
import { Meter } from './Meter';
import styles from './quality.module.css';
import { scopeInWords } from './rule-words';
import { WishDialog } from './WishDialog';
import { wishWords } from './words';

const fresh = 'fresh';

export function CompletenessTab({ averages }: { readonly averages: Averages | null }): ReactNode {
  const t = useT();
  const { all, owners, roles } = averages ?? { all: null, owners: [], roles: [] };
  return (
    <div className={styles.scroll}>
      <div className={styles.panels}>
        <Panel title={t('quality.by-role')}>
          {all === null ? (
            <p className="dw-muted">{t(averages === null ? 'quality.averages-hidden' : 'duplicates.never-scanned')}</p>
          ) : (
            <>
              <Average words={t('quality.all-records')} {...all} />
              {roles.map(({ role, ...average }) => (
                <Average key={role} words={t(`catalogue.party_role.type.${role}`)} {...average} />
              ))}
            </>
          )}
        </Panel>
        {owners.length > 0 && (
          <Panel title={t('quality.by-owner')}>
            {owners.map(({ owner, ...average }) => (
              <Average key={owner?.id ?? ''} words={owner === null ? t('record.noOwner') : owner.name} {...average} />
            ))}
          </Panel>
        )}
        <Wishes />
      </div>
    </div>
  );
}

interface AverageProps {
  readonly words: string;
  readonly score: number;
  readonly parties: number;
}

function Average({ words, score, parties }: AverageProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.average}>
      <span className={styles.averageWords}>
        <Bidi>{words}</Bidi> <span className="dw-muted">{t('quality.records', { count: parties })}</span>
      </span>
      <Meter label={words} score={score} />
    </div>
  );
}

function Wishes(): ReactNode {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const answer = useEngineQuery('quality.rules', {});
  const [editing, setEditing] = useState<QualityWish | typeof fresh | null>(null);
  const manages = may('quality.manage');
  const add = manages && <AddButton small label={t('quality.new-wish')} onClick={() => setEditing(fresh)} />;
  return (
    <Panel title={t('quality.wishes')} action={add}>
      <p className="dw-muted">{t('quality.formula')}</p>
      <Answer of={answer}>
        {({ wishes }) => (
          <Lines bare rows={wishes}>
            {(wish) => (
              <Line
                key={wish.id}
                off={wish.weight === 0}
                title={<Bidi>{wishWords(t, wish)}</Bidi>}
                detail={scopeInWords({ t, format }, wish.definition.who)}
              >
                <span className={styles.weight}>
                  {t('catalogue.quality_wish.weight')} <NumberText value={wish.weight} />
                </span>
                {manages && (
                  <IconButton label={t('quality.edit', { rule: wishWords(t, wish) })} onClick={() => setEditing(wish)}>
                    <IconPencil size="1.1rem" />
                  </IconButton>
                )}
              </Line>
            )}
          </Lines>
        )}
      </Answer>
      {editing !== null && <WishDialog wish={editing === fresh ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
