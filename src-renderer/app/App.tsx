// The window: which of its three faces it shows (first run, locked, open) and everything around them.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useEngineEvent } from '../api';
import { defaultAppearance } from '../ui';
import type { Beginning } from './beginning';
import { askStatus } from './beginning';
import { ErrorBoundary } from './ErrorBoundary';
import { LanguageProvider, useLanguage } from './language';
import { ReaderProviders } from './Providers';
import { LockScreen, MissingBase } from '../features/session';

const FirstRunWizard = lazy(async () => ({ default: (await import('./FirstRun')).FirstRunWizard }));
const OpenWindow = lazy(async () => ({ default: (await import('./OpenWindow')).OpenWindow }));

const PAGES_AFTER_MS = 600;

export function App({ beginning }: { readonly beginning: Beginning }): ReactNode {
  return (
    <LanguageProvider language={beginning.language} messages={beginning.messages}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Face beginning={beginning} />
        </Suspense>
      </ErrorBoundary>
    </LanguageProvider>
  );
}

function Face({ beginning }: { readonly beginning: Beginning }): ReactNode {
  const { language, choose } = useLanguage();
  const [status, setStatus] = useState(beginning.status);
  const [failure, setFailure] = useState(beginning.failure);
  // The first run goes on after the base is made: the recovery code must be written down and typed back.
  const isThere = beginning.status?.state !== 'no-base';
  const [missing, setMissing] = useState(!isThere && wasOpenedBefore());
  const [firstRun, setFirstRun] = useState(!isThere);
  // Once open, the pages stay where they are even while the engine starts anew: typed text is kept (EngineOverlay).
  const [user, setUser] = useState(beginning.status?.user ?? null);
  const take = (next: SessionStatus): void => {
    setStatus(next);
    if (next.user !== null) setUser(next.user);
  };
  useEngineEvent('session', take);
  const lookAgain = async (): Promise<void> => {
    const answer = await askStatus();
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    take(answer.value);
    if (answer.value.state === 'no-base') return;
    setMissing(false);
    setFirstRun(false);
  };
  // The pages are fetched while the person types the passphrase, but not while this face is still to be painted.
  useEffect(() => {
    const timer = window.setTimeout(() => void import('./OpenWindow'), PAGES_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  if (missing && status !== null) {
    return (
      <ReaderProviders appearance={defaultAppearance}>
        <MissingBase
          folder={status.baseFolder}
          language={language}
          onLanguage={choose}
          onLookAgain={lookAgain}
          onMakeNew={() => setMissing(false)}
        />
      </ReaderProviders>
    );
  }
  if (firstRun) {
    return (
      <ReaderProviders appearance={defaultAppearance}>
        <FirstRunWizard
          status={status}
          language={language}
          onLanguage={choose}
          onDone={(opened) => {
            take(opened);
            setFirstRun(false);
          }}
        />
      </ReaderProviders>
    );
  }
  if (user !== null) return <OpenWindow user={user} onChange={() => void lookAgain()} />;
  return (
    <ReaderProviders appearance={defaultAppearance}>
      <LockScreen
        key={status?.baseFolder}
        status={status}
        failure={failure}
        language={language}
        onLanguage={choose}
        onLookAgain={() => void lookAgain()}
        onOpened={take}
      />
    </ReaderProviders>
  );
}

/** The program writes it into the page it serves: a base was unlocked in this folder at an earlier start. */
const wasOpenedBefore = (): boolean => document.documentElement.dataset['history'] === 'opened';
