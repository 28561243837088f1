// All files of a party: its own and those of its activities, found by name, added by choosing or dropping.

import type { AttachmentItem } from '@shared/features/attachments/attachments.contract';
import { IconPaperclip, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDeferredValue, useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, EmptyState, ErrorState, LoadingState, TextField, useT } from '../../ui';
import { partOf, ProgressBar } from '../jobs';
import styles from './attachments.module.css';
import { FileLine } from './FileLine';
import { useAddFiles } from './use-file-jobs';
import { useThumbnails } from './use-thumbnails';

export interface PartyFilesProps {
  readonly partyId: string;
  /** In the bin: nothing can be added. */
  readonly deleted: boolean;
}

export function PartyFiles({ partyId, deleted }: PartyFilesProps): ReactNode {
  const t = useT();
  const mayAdd = useMay()('parties.write') && !deleted;
  const adding = useAddFiles({ partyId });
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const find = t('attachments.find');
  return (
    <div className={styles.files}>
      <div className={styles.bar}>
        <div className={styles.search}>
          <TextField
            label={find}
            hideLabel
            placeholder={find}
            icon={<IconSearch size="1rem" aria-hidden />}
            value={text}
            onChange={setText}
          />
        </div>
        {mayAdd && (
          <Button icon={<IconPaperclip size="1rem" aria-hidden />} onClick={() => void adding.choose()}>
            {t('attachments.add')}
          </Button>
        )}
      </div>
      {adding.running !== null && <ProgressBar label={t('jobs.kind.attachments.add')} part={partOf(adding.running)} />}
      <FilePages key={wanted} partyId={partyId} text={wanted} empty={<Nothing found={wanted !== ''} may={mayAdd} />} />
    </div>
  );
}

interface FilePagesProps {
  readonly partyId: string;
  readonly text: string;
  readonly after?: string;
  readonly empty?: ReactNode;
}

/** One page of the list, and those after it once they are asked for. */
function FilePages({ partyId, text, after, empty }: FilePagesProps): ReactNode {
  const t = useT();
  const [more, setMore] = useState(false);
  const files = useEngineQuery('attachments.list', {
    of: { partyId },
    ...(text === '' ? {} : { text }),
    ...(after === undefined ? {} : { after }),
  });
  if (files.error !== null) return <ErrorState error={files.error} onRetry={files.refresh} />;
  if (files.data === undefined) return <LoadingState lines={5} />;
  const { items, next } = files.data;
  if (items.length === 0) return empty;
  return (
    <>
      <FileList items={items} />
      {next !== null && more && <FilePages key={next} partyId={partyId} text={text} after={next} />}
      {next !== null && !more && (
        <Button kind="quiet" onClick={() => setMore(true)}>
          {t('attachments.more')}
        </Button>
      )}
    </>
  );
}

function FileList({ items }: { readonly items: readonly AttachmentItem[] }): ReactNode {
  const t = useT();
  const pictures = useThumbnails(items);
  return (
    <ul className={styles.list} aria-label={t('record.tab.files')}>
      {items.map((item) => (
        <FileLine key={item.id} item={item} picture={pictures.get(item.id)} showActivity />
      ))}
    </ul>
  );
}

function Nothing({ found, may }: { readonly found: boolean; readonly may: boolean }): ReactNode {
  const t = useT();
  if (found) return <EmptyState small title={t('common.nothing-found')} />;
  return <EmptyState title={t('attachments.none')} detail={may ? t('attachments.noneText') : undefined} />;
}
