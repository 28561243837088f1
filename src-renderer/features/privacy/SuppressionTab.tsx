// Whom nobody contacts again: a number is asked for or put on the list; what is on it nobody can read, only when and why.

import { suppressionEntity } from '@shared/catalogue';
import type { Suppression } from '@shared/features/privacy/privacy.contract';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { client, useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Answer, Bidi, Button, Buttons, IconButton, InstantText, Line, Lines, useT } from '../../ui';
import { useDone } from '../operations';
import { SuppressForm } from './SuppressForm';

export function SuppressionTab(): ReactNode {
  const t = useT();
  const may = useMay();
  return (
    <>
      <p className="dw-muted">{t('privacy.suppression-lead')}</p>
      <SuppressForm />
      {may('privacy.manage') && <Listed />}
    </>
  );
}

function Listed(): ReactNode {
  const answer = useEngineQuery('privacy.suppressions', {});
  return (
    <Answer of={answer}>
      {({ entries, next, count }) => (
        // What was loaded beyond the first page belongs to the list as it was.
        <Entries key={entries[0]?.id} first={entries} next={next} count={count} />
      )}
    </Answer>
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
      {first.length > 0 && (
        <p>{t('privacy.suppressed-count', { count: count.value, choice: count.capped ? 'more' : 'exact' })}</p>
      )}
      <Lines rows={[...first, ...more.entries]} empty={t('privacy.nobody-suppressed')}>
        {(entry) => <EntryLine key={entry.id} entry={entry} />}
      </Lines>
      {more.next !== null && (
        <Buttons start>
          <Button onClick={() => void load(more.next ?? '')}>{t('privacy.show-more')}</Button>
        </Buttons>
      )}
    </>
  );
}

function EntryLine({ entry: { id, kind, reason, createdAt, by } }: { readonly entry: Suppression }): ReactNode {
  const t = useT();
  const done = useDone();
  const release = useEngineCommand('privacy.release');
  const takeOff = async (): Promise<void> => done(await release.run({ id }), t('privacy.released'));
  return (
    <Line
      title={t.any(`catalogue.${suppressionEntity.key}.kind.${kind}`)}
      detail={
        <>
          {t.any(`catalogue.suppression.reason.${reason}`)} · <InstantText value={createdAt} />
          {by !== null && (
            <>
              {' · '}
              <Bidi>{by.name}</Bidi>
            </>
          )}
        </>
      }
    >
      <IconButton label={t('privacy.release')} disabled={release.pending} onClick={() => void takeOff()}>
        <IconTrash size="1.1rem" />
      </IconButton>
    </Line>
  );
}
