// The frame of every page: rail, top bar, the page itself, and the dialogs that open from anywhere.

import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import type { UserSettings } from '@shared/features/settings/settings.contract';
import { useMay } from '../../api';
import { EmptyState, LoadingState, PlaceLink, useNavigation, useT } from '../../ui';
import { WaitingBanner } from '../../features/approvals';
import { EmergencyBanner, EmergencyDialog, UnreviewedBanner } from '../../features/emergencies';
import { NoticeBanners } from '../../features/notices';
import { KeyringNotice } from '../../features/session';
import { ErrorBoundary } from '../ErrorBoundary';
import { mayVisit, pageAt, pageWords } from '../routes';
import { Rail } from './Rail';
import { ShortcutSheet } from './ShortcutSheet';
import { TopBar } from './TopBar';
import { useShellActions } from './use-shell-actions';
import { useHealthWarning } from './use-health-warning';
import style from './Shell.module.css';

const SearchDialog = lazy(async () => ({ default: (await import('../../features/search')).SearchDialog }));
const NewPartyDialog = lazy(async () => ({ default: (await import('../../features/parties')).NewPartyDialog }));

const NewLeadDialog = lazy(async () => ({ default: (await import('../../features/leads')).NewLeadDialog }));

export interface ShellProps {
  readonly officeName: string;
  readonly settings: UserSettings;
}

export function Shell({ officeName, settings }: ShellProps): ReactNode {
  const t = useT();
  const may = useMay();
  const { place } = useNavigation();
  const shell = useShellActions(settings);
  useHealthWarning();
  const [narrow, setNarrow] = useState(false);
  const [menuOpened, setMenuOpened] = useState(false);
  const words = place === undefined ? undefined : pageWords[place.page];
  return (
    <div className={style.shell} data-narrow={narrow}>
      <title>{words === undefined ? t('app.name') : `${t(words.label)} · ${t('app.name')}`}</title>
      <a
        href="#dw-main"
        className={style.skip}
        onClick={(event) => (event.preventDefault(), document.getElementById('dw-main')?.focus())}
      >
        {t('common.skip-to-content')}
      </a>
      <Rail
        officeName={officeName}
        narrow={narrow}
        opened={menuOpened}
        onNarrow={setNarrow}
        onClose={() => setMenuOpened(false)}
      />
      <TopBar shell={shell} onMenu={() => setMenuOpened(true)} />
      <main id="dw-main" className={style.main} tabIndex={-1}>
        <EmergencyBanner />
        <KeyringNotice />
        <NoticeBanners />
        <WaitingBanner />
        <UnreviewedBanner />
        <ErrorBoundary resetKey={place === undefined ? '' : JSON.stringify(place)}>
          <Suspense fallback={<LoadingState lines={8} />}>
            {place === undefined || !mayVisit(place.page, may) ? <NoPage /> : pageAt(place)}
          </Suspense>
        </ErrorBoundary>
      </main>
      <Suspense fallback={null}>
        {shell.searchUsed && (
          <SearchDialog
            opened={shell.open === 'search'}
            onClose={shell.close}
            onCreate={may('parties.write') ? shell.create : undefined}
            onCreateLead={may('leads.write') && may('parties.create') ? shell.createLead : undefined}
          />
        )}
        {shell.newUsed && (
          <NewPartyDialog
            opened={shell.open === 'new'}
            onClose={shell.close}
            name={shell.newName}
            kind={shell.newKind}
          />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {shell.open === 'lead' && <NewLeadDialog name={shell.newName} onClose={shell.close} />}
      </Suspense>
      {shell.open === 'emergency' && <EmergencyDialog onClose={shell.close} />}
      <ShortcutSheet opened={shell.open === 'shortcuts'} onClose={shell.close} />
    </div>
  );
}

function NoPage(): ReactNode {
  const t = useT();
  return (
    <>
      <h1 className="dw-said">{t('common.page-missing-title')}</h1>
      <EmptyState
        title={t('common.page-missing-title')}
        action={
          <PlaceLink to={{ page: 'home' }} className="dw-link">
            {t('common.go-home')}
          </PlaceLink>
        }
      />
    </>
  );
}
