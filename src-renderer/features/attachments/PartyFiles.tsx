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

const PAGE = 50;

export function PartyFiles({ partyId, deleted }: PartyFilesProps): ReactNode {
  const t = useT();
  const mayAdd = useMay()('parties.write') && !deleted;
  const adding = useAddFiles({ partyId });
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const wanted = useDeferredValue(text.trim());
  const files = useEngineQuery('attachments.list', {
    of: { partyId },
    limit: Math.min(limit, 200),
    ...(wanted === '' ? {} : { text: wanted }),
  });
  const items = files.data?.items;
  const add = mayAdd && (
    <Button icon={<IconPaperclip size="1rem" aria-hidden />} onClick={() => void adding.choose()}>
      {t('attachments.add')}
    </Button>
  );
  return (
    <div className={styles.files}>
      <div className={styles.bar}>
        <div className={styles.search}>
          <TextField
            label={t('attachments.find')}
            hideLabel
            placeholder={t('attachments.find')}
            icon={<IconSearch size="1rem" aria-hidden />}
            value={text}
            onChange={setText}
          />
        </div>
        {add}
      </div>
      {adding.running !== null && <ProgressBar label={t('jobs.kind.attachments.add')} part={partOf(adding.running)} />}
      {files.error !== null && <ErrorState error={files.error} onRetry={files.refresh} />}
      {items === undefined && files.error === null && <LoadingState lines={5} />}
      {items !== undefined &&
        (items.length > 0 ? <FileList items={items} /> : <Nothing found={wanted !== ''} may={mayAdd} />)}
      {files.data?.next !== null && files.data !== undefined && limit < 200 && (
        <Button kind="quiet" onClick={() => setLimit(limit + PAGE)}>
          {t('attachments.more')}
        </Button>
      )}
    </div>
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
