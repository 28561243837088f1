// Each card typed back from its paper, so that a slip of the printer or the pen is found today and not on the day it is needed.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  Button,
  CARD_GROUPS,
  Dialog,
  emptyGroups,
  ErrorState,
  isComplete,
  RecoveryCodeInput,
  useFormat,
  useT,
} from '../../ui';
import { wrongGroups } from '../session';
import style from './recovery.module.css';

export interface ConfirmCardsProps {
  /** Numbers of the cards not typed back yet. */
  readonly waiting: readonly number[];
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function ConfirmCardsDialog(props: ConfirmCardsProps): ReactNode {
  const t = useT();
  return (
    <Dialog opened onClose={props.onClose} title={t('recovery.type-back')}>
      <ConfirmCards {...props} />
    </Dialog>
  );
}

export function ConfirmCards({ waiting, onClose, onChange }: ConfirmCardsProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const confirm = useEngineCommand('recovery.confirmCard');
  const [left, setLeft] = useState(waiting);
  const [groups, setGroups] = useState(() => emptyGroups(CARD_GROUPS));
  const type = async (next: string[]): Promise<void> => {
    if (confirm.pending) return;
    setGroups(next);
    confirm.clear();
    if (!isComplete(next)) return;
    const result = await confirm.run({ card: next.join(' ') });
    if (!result.ok) return;
    setLeft(result.value.left);
    setGroups(emptyGroups(CARD_GROUPS));
    onChange();
  };
  if (left.length === 0)
    return (
      <div className={style.form}>
        <p role="status">{t('recovery.cards-finished')}</p>
        <div className={style.buttons}>
          <Button kind="primary" onClick={onClose}>
            {t('common.done')}
          </Button>
        </div>
      </div>
    );
  return (
    <div className={style.form}>
      <p>{t('recovery.type-back-lead')}</p>
      <p role="status">
        {t('recovery.cards-left', { numbers: format.list(left.map((number) => format.number(number))) })}
      </p>
      <RecoveryCodeInput
        key={left.length}
        label={t('recovery.any-card')}
        value={groups}
        onChange={(next) => void type(next)}
        wrong={wrongGroups(confirm.error)}
        autoFocus
      />
      {confirm.error !== null && <ErrorState inline error={confirm.error} />}
      <div className={style.buttons}>
        <Button onClick={onClose}>{t('recovery.later')}</Button>
      </div>
    </div>
  );
}
