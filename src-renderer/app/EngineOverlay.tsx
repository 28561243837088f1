// When the engine process had to be started anew, the base is locked again while the pages, and what is typed in them, stay.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { client, useEngineCommand, useEngineEvent } from '../api';
import { Button, ErrorState, PassphraseInput, useT } from '../ui';
import { Modal } from '@mantine/core';
import style from './EngineOverlay.module.css';

export function EngineOverlay({ login }: { readonly login: string }): ReactNode {
  const t = useT();
  const queries = useQueryClient();
  const [state, setState] = useState<'fine' | 'restarting' | 'locked'>('fine');
  const [passphrase, setPassphrase] = useState('');
  const unlock = useEngineCommand('session.unlock');
  useEngineEvent('engine', (event) => {
    if (event.state === 'restarting') setState('restarting');
    if (event.state === 'ready' && state === 'restarting') {
      void client.session
        .status({})
        .then((status) => setState(status.ok && status.value.user !== null ? 'fine' : 'locked'));
    }
  });
  const open = async (): Promise<void> => {
    const result = await unlock.run({ login, passphrase });
    if (!result.ok) return;
    setPassphrase('');
    setState('fine');
    await queries.invalidateQueries();
  };
  return (
    <Modal
      zIndex="var(--mantine-z-index-max)" // above any dialog that was open when the engine died
      opened={state !== 'fine'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      size="26rem"
      title={t('session.restarted-title')}
      classNames={{ title: style.title, content: style.content, header: style.content }}
    >
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <p>{t('session.restarted-detail')}</p>
        <PassphraseInput
          label={t('session.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          disabled={state === 'restarting'}
          autoFocus
        />
        {unlock.error !== null && <ErrorState inline error={unlock.error} />}
        <Button type="submit" kind="primary" pending={unlock.pending || state === 'restarting'} fullWidth>
          {t('session.restarted-continue')}
        </Button>
      </form>
    </Modal>
  );
}
