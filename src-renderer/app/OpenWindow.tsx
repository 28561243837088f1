// The unlocked window: the cache of answers, the reader's settings, the pages, notices, and the overlay when the engine had to
// start anew.

import './theme/library.css';

import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { createQueryClient, followChanges, SessionContext, useEngineQuery } from '../api';
import type { SignedInUser } from '../api';
import { defaultAppearance, ErrorState, NoticeArea } from '../ui';
import type { Appearance } from '../ui';
import { ApprovalDesk } from '../features/approvals';
import { ChangePassphraseDialog } from '../features/users';
import { EngineOverlay } from './EngineOverlay';
import { useLanguage } from './language';
import { PurposeDesk } from './PurposeDesk';
import { ReaderProviders } from './Providers';
import { Shell } from './shell/Shell';

export interface OpenWindowProps {
  readonly user: SignedInUser;
  /** What may be done has changed: the status is asked anew. */
  readonly onChange: () => void;
}

export function OpenWindow({ user, onChange }: OpenWindowProps): ReactNode {
  const [queries] = useState(createQueryClient);
  useEffect(() => followChanges(queries), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <Pages user={user} onChange={onChange} />
    </QueryClientProvider>
  );
}

function Pages({ user, onChange }: OpenWindowProps): ReactNode {
  const settings = useEngineQuery('settings.get', {});
  const { language, choose } = useLanguage();
  const chosen = settings.data?.user.language;
  // Only a choice in the settings turns the window, not the other way round.
  const follow = useEffectEvent(() => {
    if (chosen !== undefined && chosen !== language) choose(chosen);
  });
  useEffect(() => follow(), [chosen]);
  const preferences = useMemo(() => {
    if (settings.data === undefined) return undefined;
    const { site, user: own } = settings.data;
    const { digits, calendar, secondaryCalendar, hourCycle } = own;
    return {
      digits,
      calendar,
      secondaryCalendar,
      hourCycle,
      weekStart: site.weekStart,
      weekend: site.weekend,
      country: site.country,
      timeZone: site.timeZone,
    };
  }, [settings.data]);
  const appearance: Appearance = settings.data?.user ?? defaultAppearance;
  // Pages are drawn once, in the reader's own language and look.
  const ready = settings.data !== undefined && chosen === language;
  return (
    <SessionContext value={user}>
      <ReaderProviders preferences={preferences} appearance={appearance}>
        {settings.error !== null && <ErrorState error={settings.error} onRetry={settings.refresh} />}
        {user.mustChange && <ChangePassphraseDialog handedOut onClose={onChange} />}
        {!user.mustChange && settings.data !== undefined && (ready || document.getElementById('dw-main') !== null) && (
          <Shell officeName={settings.data.site.officeName} settings={settings.data.user} />
        )}
        <PurposeDesk />
        <ApprovalDesk />
        <EngineOverlay login={user.login} />
        <NoticeArea />
      </ReaderProviders>
    </SessionContext>
  );
}
