// Whom nobody contacts again: a number is asked for or put on the list; what is on it nobody can read, only when and why.

import { suppressionEntity } from '@shared/catalogue';
import type { Suppression } from '@shared/features/privacy/privacy.contract';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { client, useEngineCommand, useEngineQuery } from '../../api';
import { Bidi, Button, EmptyState, ErrorState, IconButton, InstantText, LoadingState, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './privacy.module.css';
import { SuppressForm } from './SuppressForm';

export function SuppressionTab(): ReactNode {
  const t = useT();
  const { data, error, refresh } = useEngineQuery('privacy.suppressions', {});
  return (
    <>
      <p className="dw-muted">{t('privacy.suppression-lead')}</p>
      <SuppressForm />
      {error !== null && data === undefined && <ErrorState error={error} onRetry={refresh} />}
      {data === undefined && error === null && <LoadingState lines={6} />}
      {data !== undefined && data.entries.length === 0 && <EmptyState title={t('privacy.nobody-suppressed')} />}
      {data !== undefined && data.entries.length > 0 && (
        // What was loaded beyond the first page belongs to the list as it was.
        <Entries key={data.entries[0]?.id} first={data.entries} next={data.next} count={data.count} />
      )}
    </>
  );
}

interface EntriesProps {
  readonly first: readonly Suppression[];
  readonly next: string | null;
  readonly count: { readonly value: number; readonly capped: boolean };
}

function Entries({ first, next, count }: EntriesProps): ReactNode {
  const t = useT();
  const [more, setMore] = useState<{ entries: readonly Suppression[]; next: string | null }>({ entries: [], next });
  const load = async (after: string): Promise<void> => {
    const page = await client.privacy.suppressions({ after });
    if (page.ok) setMore({ entries: [...more.entries, ...page.value.entries], next: page.value.next });
  };
  return (
    <>
      <p>{t('privacy.suppressed-count', { count: count.value, choice: count.capped ? 'more' : 'exact' })}</p>
      <ul className={styles.lines}>
        {[...first, ...more.entries].map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
      {more.next !== null && (
        <div>
          <Button onClick={() => void load(more.next ?? '')}>{t('privacy.show-more')}</Button>
        </div>
      )}
    </>
  );
}

function Line({ entry: { id, kind, reason, createdAt, by } }: { readonly entry: Suppression }): ReactNode {
  const t = useT();
  const done = useDone();
  const release = useEngineCommand('privacy.release');
  const takeOff = async (): Promise<void> => done(await release.run({ id }), t('privacy.released'));
  return (
    <li className={styles.line}>
      <div className={styles.lineWords}>
        <strong>{t.any(`catalogue.${suppressionEntity.key}.kind.${kind}`)}</strong>
        <span className="dw-muted">
          {t.any(`catalogue.suppression.reason.${reason}`)} · <InstantText value={createdAt} />
          {by !== null && (
            <>
              {' · '}
              <Bidi>{by.name}</Bidi>
            </>
          )}
        </span>
      </div>
      <IconButton label={t('privacy.release')} disabled={release.pending} onClick={() => void takeOff()}>
        <IconTrash size="1.1rem" />
      </IconButton>
    </li>
  );
}
