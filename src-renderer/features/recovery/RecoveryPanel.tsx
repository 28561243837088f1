// The ways back into this base when passphrases are lost, and what can be done about each.

import { IconCards, IconFileText, IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CardSet } from '@shared/features/recovery/recovery.contract';
import { useEngineQuery } from '../../api';
import { Button, ErrorState, InstantText, LoadingState, Ltr, Panel, useFormat, useT } from '../../ui';
import { ConfirmCardsDialog } from './ConfirmCards';
import { EscrowDialog } from './EscrowDialog';
import { MakeCardsDialog } from './MakeCardsDialog';
import { RevokeDialog } from './RevokeDialog';
import style from './recovery.module.css';

type Open =
  | { dialog: 'cards' | 'escrow' }
  | { dialog: 'confirm'; left: readonly number[] }
  | { dialog: 'revoke'; what: 'cards' | 'escrow'; id: string }
  | null;

export interface RecoveryPanelProps {
  readonly onRenewCode: () => void;
  /** Cards or an age key were made, typed back or taken away. */
  readonly onChange: () => void;
}

export function RecoveryPanel({ onRenewCode, onChange }: RecoveryPanelProps): ReactNode {
  const t = useT();
  const status = useEngineQuery('recovery.status', {});
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { refresh, data } = status;
  const change = (): void => {
    refresh();
    onChange();
  };
  return (
    <Panel title={t('recovery.ways')}>
      {status.loading && <LoadingState lines={3} />}
      {status.error !== null && <ErrorState error={status.error} onRetry={refresh} />}
      {data !== undefined && (
        <ul className={style.list} aria-label={t('recovery.ways')}>
          <Way
            icon={<IconFileText size="1.3rem" stroke={1.5} aria-hidden />}
            title={t('session.recovery-code')}
            detail={data.code === null ? t('recovery.no-code') : <CodeDetail code={data.code} />}
          >
            <Button small onClick={onRenewCode}>
              {t('users.renew-code')}
            </Button>
          </Way>
          {data.cards.length === 0 && (
            <Way
              icon={<IconCards size="1.3rem" stroke={1.5} aria-hidden />}
              title={t('recovery.cards')}
              detail={t('recovery.cards-offer')}
            >
              <Button small onClick={() => setOpen({ dialog: 'cards' })}>
                {t('recovery.make-cards')}
              </Button>
            </Way>
          )}
          {data.cards.map((set) => (
            <SetOfCards key={set.id} set={set} onOpen={setOpen} />
          ))}
          {data.escrows.map(({ id, recipient, createdAt }) => (
            <Way
              key={id}
              icon={<IconKey size="1.3rem" stroke={1.5} aria-hidden />}
              title={t('recovery.escrow')}
              detail={
                <>
                  <span className={style.recipient}>
                    <Ltr>{recipient}</Ltr>
                  </span>
                  <InstantText value={createdAt} time={false} />
                </>
              }
            >
              <Button small onClick={() => setOpen({ dialog: 'revoke', what: 'escrow', id })}>
                {t('recovery.revoke-escrow')}
              </Button>
            </Way>
          ))}
          <Way
            icon={<IconKey size="1.3rem" stroke={1.5} aria-hidden />}
            title={t('recovery.add-escrow')}
            detail={t('recovery.escrow-offer')}
          >
            <Button small onClick={() => setOpen({ dialog: 'escrow' })}>
              {t('recovery.write-escrow')}
            </Button>
          </Way>
        </ul>
      )}
      {open?.dialog === 'cards' && <MakeCardsDialog onClose={close} onChange={change} />}
      {open?.dialog === 'escrow' && <EscrowDialog onClose={close} onChange={change} />}
      {open?.dialog === 'confirm' && <ConfirmCardsDialog waiting={open.left} onClose={close} onChange={change} />}
      {open?.dialog === 'revoke' && <RevokeDialog what={open.what} id={open.id} onClose={close} onChange={change} />}
    </Panel>
  );
}

interface SetOfCardsProps {
  readonly set: CardSet;
  readonly onOpen: (open: Open) => void;
}

function SetOfCards({ set, onOpen }: SetOfCardsProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { id, needed, count, left, createdAt } = set;
  const numbers = format.list(left.map((number) => format.number(number)));
  return (
    <Way
      icon={<IconCards size="1.3rem" stroke={1.5} aria-hidden />}
      title={`${t('recovery.cards')}: ${t('recovery.cards-of', { needed, count })}`}
      detail={
        <>
          <InstantText value={createdAt} time={false} />
          {left.length > 0 && (
            <span className={style.unfinished}>
              {t('recovery.unfinished')} {t('recovery.cards-left', { numbers })}
            </span>
          )}
        </>
      }
    >
      {left.length > 0 ? (
        <Button small onClick={() => onOpen({ dialog: 'confirm', left })}>
          {t('recovery.type-back')}
        </Button>
      ) : (
        <Button small onClick={() => onOpen({ dialog: 'cards' })}>
          {t('recovery.replace-cards')}
        </Button>
      )}
      <Button small onClick={() => onOpen({ dialog: 'revoke', what: 'cards', id })}>
        {t('recovery.revoke-cards')}
      </Button>
    </Way>
  );
}

interface CodeDetailProps {
  readonly code: {
    readonly createdAt: number;
    readonly standardTools: boolean;
    readonly renewedAt: number | null;
  };
}

function CodeDetail({ code }: CodeDetailProps): ReactNode {
  const t = useT();
  return (
    <>
      <InstantText value={code.createdAt} time={false} />
      <span>{t(code.standardTools ? 'recovery.code-tools' : 'recovery.code-no-tools')}</span>
      {code.renewedAt !== null && <span className={style.unfinished}>{t('recovery.code-awaited')}</span>}
    </>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: ReactNode;
  readonly children: ReactNode;
}

function Way({ icon, title, detail, children }: WayProps): ReactNode {
  return (
    <li className={style.way}>
      {icon}
      <span className={style.words}>
        <strong>{title}</strong>
        <span className={style.detail}>{detail}</span>
      </span>
      <span className={style.acts}>{children}</span>
    </li>
  );
}
