// Who stands in for whom, and handing over for good.

import type { StandIn } from '@shared/features/policy/policy.contract';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { z } from 'zod';
import { useEngineCommand } from '../../api';
import { AddButton, Bidi, IconButton, Line, Lines, Panel, useT } from '../../ui';
import { useDone } from '../operations';
import { HandOver } from './HandOver';
import styles from './policy.module.css';
import { StandInDialog } from './StandInDialog';
import { usePeriodWords } from './use-period-words';
import { useUserName } from './use-user-name';

type Cover = z.infer<typeof StandIn>;

export function CoverTab({ standIns }: { readonly standIns: readonly Cover[] }): ReactNode {
  const t = useT();
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles.panels}>
      <Panel
        title={t('policy.stand-ins')}
        action={<AddButton small label={t('policy.add-stand-in')} onClick={() => setAdding(true)} />}
      >
        <p className="dw-muted">{t('policy.stand-in-lead')}</p>
        <Lines bare rows={standIns} empty={t('policy.no-stand-ins')}>
          {(cover) => <StandInLine key={cover.id} cover={cover} />}
        </Lines>
        {adding && <StandInDialog onClose={() => setAdding(false)} />}
      </Panel>
      <HandOver />
    </div>
  );
}

function StandInLine({ cover }: { readonly cover: Cover }): ReactNode {
  const t = useT();
  const done = useDone();
  const nameOf = useUserName();
  const period = usePeriodWords();
  const remove = useEngineCommand('policy.removeStandIn');
  const names = { by: nameOf(cover.byId), other: nameOf(cover.forId) };
  const end = async (): Promise<void> => {
    const answer = await remove.run({ id: cover.id });
    done(answer, t('policy.stand-in-ended', names));
  };
  return (
    <Line
      title={t('policy.stand-in-line', names)}
      detail={
        <>
          {period(cover.fromOn, cover.toOn)}
          {cover.reason !== null && (
            <>
              {' · '}
              <Bidi>{cover.reason}</Bidi>
            </>
          )}
        </>
      }
    >
      <IconButton small label={t('policy.end-stand-in', names)} disabled={remove.pending} onClick={() => void end()}>
        <IconTrash size="1rem" aria-hidden />
      </IconButton>
    </Line>
  );
}
