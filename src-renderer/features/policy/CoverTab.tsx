// Who stands in for whom, and handing over for good.

import type { StandIn } from '@shared/features/policy/policy.contract';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { z } from 'zod';
import { useEngineCommand } from '../../api';
import { Bidi, Button, classes, IconButton, Panel, useT } from '../../ui';
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
        action={
          <Button small icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setAdding(true)}>
            {t('policy.add-stand-in')}
          </Button>
        }
      >
        <p className={classes('dw-muted', styles.lead)}>{t('policy.stand-in-lead')}</p>
        {standIns.length === 0 && <p>{t('policy.no-stand-ins')}</p>}
        <ul className={styles.lines}>
          {standIns.map((cover) => (
            <StandInLine key={cover.id} cover={cover} />
          ))}
        </ul>
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
    <li className={styles.cover}>
      <span className={styles.roleWords}>
        <strong>{t('policy.stand-in-line', names)}</strong>
        <span className={styles.quiet}>
          {period(cover.fromOn, cover.toOn)}
          {cover.reason !== null && (
            <>
              {' · '}
              <Bidi>{cover.reason}</Bidi>
            </>
          )}
        </span>
      </span>
      <IconButton small label={t('policy.end-stand-in', names)} disabled={remove.pending} onClick={() => void end()}>
        <IconTrash size="1rem" aria-hidden />
      </IconButton>
    </li>
  );
}
