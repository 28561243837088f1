// The way in when a passphrase is forgotten: the printed recovery code or enough cards open the base, and a new passphrase is set.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { client, useEngineCommand } from '../../api';
import { Button, CardsInput, emptyGroups, isComplete, PassphraseInput, RecoveryCodeInput, useT } from '../../ui';
import type { TypedCard } from '../../ui';
import { GateFailure } from './failure-lines';
import { GateTitle } from './GateLayout';
import { isLongEnough, PassphraseRules } from './PassphraseRules';
import { PersonChoice } from './PersonChoice';
import style from './session.module.css';
import { wrongGroups } from './wrong-groups';

export interface RecoverFormProps {
  readonly logins: readonly string[];
  /** How many cards open the base; null where there are none. */
  readonly cardsNeeded: number | null;
  readonly login: string;
  readonly onLogin: (login: string) => void;
  readonly onBack: () => void;
  readonly onOpened: (status: SessionStatus) => void;
}

export function RecoverForm(props: RecoverFormProps): ReactNode {
  const { logins, cardsNeeded, login, onLogin, onBack, onOpened } = props;
  const t = useT();
  const recover = useEngineCommand('session.recover');
  const [byCards, setByCards] = useState(false);
  const [groups, setGroups] = useState(emptyGroups);
  const [cards, setCards] = useState<readonly TypedCard[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const proven = byCards ? cards.length >= (cardsNeeded ?? Infinity) : isComplete(groups);
  const ready = proven && isLongEnough(passphrase) && passphrase === repeated;
  const run = async (): Promise<void> => {
    const paper = byCards ? { cards: cards.map(({ text }) => text) } : { recoveryCode: groups.join(' ') };
    const result = await recover.run({ login, passphrase, ...paper });
    if (result.ok) onOpened(result.value);
  };
  return (
    <>
      <RecoverTitle cards={byCards ? cardsNeeded : null} />
      <form
        className={style.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void run();
        }}
      >
        <PersonChoice logins={logins} value={login} onChange={onLogin} />
        {byCards ? (
          <CardsInput
            needed={cardsNeeded ?? 2}
            value={cards}
            onChange={setCards}
            check={(card) => client.recovery.checkCard({ card })}
          />
        ) : (
          <RecoveryCodeInput
            label={t('session.recovery-code')}
            value={groups}
            onChange={setGroups}
            wrong={wrongGroups(recover.error)}
            autoFocus
          />
        )}
        {cardsNeeded !== null && (
          <button type="button" className={style.linkButton} onClick={() => setByCards(!byCards)}>
            {t(byCards ? 'session.with-code' : 'session.with-cards')}
          </button>
        )}
        <PassphraseInput label={t('session.new-passphrase')} value={passphrase} onChange={setPassphrase} fresh />
        <PassphraseInput label={t('session.repeat-passphrase')} value={repeated} onChange={setRepeated} fresh />
        <PassphraseRules passphrase={passphrase} login={login} repeated={repeated} />
        {recover.error !== null && <GateFailure error={recover.error} />}
        <div className={style.row}>
          <Button onClick={onBack}>{t('common.back')}</Button>
          <Button type="submit" kind="primary" pending={recover.pending} disabled={!ready}>
            {t('session.recover')}
          </Button>
        </div>
      </form>
    </>
  );
}

function RecoverTitle({ cards }: { readonly cards: number | null }): ReactNode {
  const t = useT();
  return cards === null ? (
    <GateTitle lead={t('session.recover-lead')}>{t('session.recover-title')}</GateTitle>
  ) : (
    <GateTitle lead={t('session.cards-lead', { needed: cards })}>{t('session.cards-title')}</GateTitle>
  );
}
