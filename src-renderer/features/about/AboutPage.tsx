// What this program is: its versions, the runtime it stands on, where the base lies, and the libraries with their licences.

import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { appClient, useEngineQuery } from '../../api';
import type { Failure } from '@shared/core/result';
import { ErrorState, KhatamMark, LoadingState, Ltr, NumberText, Page, PageTitle, Panel, useT } from '../../ui';
import style from './about.module.css';

type About = Extract<Awaited<ReturnType<typeof appClient.about>>, { ok: true }>['value'];

export function AboutPage(): ReactNode {
  const t = useT();
  const [about, setAbout] = useState<About | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  useEffect(() => {
    void appClient.about({}).then((result) => (result.ok ? setAbout(result.value) : setError(result.error)));
  }, []);
  return (
    <Page narrow textOnly>
      <PageTitle detail={t('about.lead')}>{t('common.page-about')}</PageTitle>
      {error !== null && <ErrorState error={error} />}
      {about === null && error === null && <LoadingState />}
      {about !== null && (
        <>
          <Versions about={about} />
          <BaseCounts folder={about.baseFolder} />
          <Licences licences={about.licences} />
        </>
      )}
    </Page>
  );
}

function Versions({ about }: { readonly about: About }): ReactNode {
  const t = useT();
  const lines = [
    [t('about.electron'), about.electron],
    [t('about.chromium'), about.chrome],
    [t('about.node'), about.node],
  ] as const;
  return (
    <Panel>
      <div className={style.head}>
        <KhatamMark size={56} />
        <div>
          <p className={style.product}>{t('app.name')}</p>
          <p>
            {t('about.version')} <Ltr>{about.version}</Ltr>
          </p>
        </div>
      </div>
      <dl className={style.facts}>
        {lines.map(([name, version]) => (
          <div key={name}>
            <dt>
              <Ltr>{name}</Ltr>
            </dt>
            <dd>
              <Ltr>{version}</Ltr>
            </dd>
          </div>
        ))}
      </dl>
      <p className={about.officialRuntime ? 'dw-muted' : style.caution}>
        {t(about.officialRuntime ? 'about.runtime-official' : 'about.runtime-stand-in')}
      </p>
      <p className="dw-muted">{t('about.licence')}</p>
    </Panel>
  );
}

function BaseCounts({ folder }: { readonly folder: string }): ReactNode {
  const t = useT();
  const counts = useEngineQuery('base.counts', {});
  return (
    <Panel title={t('about.base')}>
      <p className={style.folder}>
        <Ltr>{folder}</Ltr>
      </p>
      {counts.data !== undefined && (
        <dl className={style.facts}>
          <div>
            <dt>{t('about.parties')}</dt>
            <dd>
              <NumberText value={counts.data.parties} />
            </dd>
          </div>
          <div>
            <dt>{t('about.activities')}</dt>
            <dd>
              <NumberText value={counts.data.activities} />
            </dd>
          </div>
          <div>
            <dt>{t('about.operations')}</dt>
            <dd>
              <NumberText value={counts.data.operations} />
            </dd>
          </div>
        </dl>
      )}
    </Panel>
  );
}

function Licences({ licences }: { readonly licences: About['licences'] }): ReactNode {
  const t = useT();
  return (
    <Panel title={t('about.libraries')} flush>
      <ul className={style.licences}>
        {licences.map(({ name, version, licence }) => (
          <li key={`${name}@${version}`}>
            <Ltr>{`${name} ${version}`}</Ltr>
            <span className="dw-muted">
              <Ltr>{licence}</Ltr>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
