// A file looked at inside the window: pictures and text only, from memory, never by a program of the system.

import type { AttachmentItem } from '@shared/features/attachments/attachments.contract';
import { imageSize } from '@shared/features/attachments/image-size';
import { previewOf } from '@shared/features/attachments/media-type';
import type { Failure } from '@shared/core/result';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Button, Dialog, EmptyState, ErrorState, LoadingState, useT } from '../../ui';
import styles from './attachments.module.css';
import { readContent } from './bytes';
import { FileName } from './FileName';

export interface FilePreviewProps {
  readonly item: AttachmentItem;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

type Shown =
  | { readonly image: string }
  | { readonly text: string; readonly cut: boolean }
  | { readonly failure: Failure }
  | 'none';

const MOST_IMAGE_BYTES = 60_000_000;
const MOST_PIXELS = 60_000_000;

export function FilePreview({ item, onSave, onClose }: FilePreviewProps): ReactNode {
  const t = useT();
  const shown = useContent(item);
  const footer = (
    <Button icon={<IconDownload size="1rem" aria-hidden />} onClick={onSave}>
      {t('attachments.save')}
    </Button>
  );
  return (
    <Dialog opened onClose={onClose} size="large" title={<FileName name={item.name} />} footer={footer}>
      <div className={styles.preview}>
        {shown === null ? <LoadingState lines={6} /> : <Content item={item} shown={shown} />}
      </div>
    </Dialog>
  );
}

function Content({ item, shown }: { readonly item: AttachmentItem; readonly shown: Shown }): ReactNode {
  const t = useT();
  if (shown === 'none')
    return <EmptyState small title={t('attachments.noPreview')} detail={t('attachments.noPreviewText')} />;
  if ('failure' in shown) return <ErrorState error={shown.failure} />;
  if ('image' in shown) return <img className={styles.image} src={shown.image} alt={item.label ?? item.name} />;
  return (
    <>
      <pre className={styles.text} dir="auto" tabIndex={0}>
        {shown.text}
      </pre>
      {shown.cut && <p className="dw-muted">{t('attachments.cut')}</p>}
    </>
  );
}

/** The address of an image lives as long as the dialog. */
function useContent(item: AttachmentItem): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const held: { address: string | null; gone: boolean } = { address: null, gone: false };
    void load(item).then((loaded) => {
      if (held.gone) return;
      const next = loaded instanceof Blob ? { image: (held.address = URL.createObjectURL(loaded)) } : loaded;
      setShown(next);
    });
    return () => {
      held.gone = true;
      if (held.address !== null) URL.revokeObjectURL(held.address);
    };
  }, [item]);
  return shown;
}

/** A blob is an image that may be shown. */
async function load(item: AttachmentItem): Promise<Blob | Exclude<Shown, { image: string }>> {
  const preview = previewOf(item.mediaType);
  if (preview === null || (preview === 'image' && item.bytes > MOST_IMAGE_BYTES)) return 'none';
  const content = await readContent(item, preview === 'text' ? { parts: 1 } : {});
  if (!content.ok) return { failure: content.error };
  const bytes = new Uint8Array(await content.value.arrayBuffer());
  if (preview === 'text') return { text: textOf(bytes), cut: item.bytes > bytes.length };
  const size = imageSize(bytes, item.mediaType);
  return size === null || size.width * size.height > MOST_PIXELS ? 'none' : content.value;
}

/** UTF-8 or, as old programs wrote Arabic and Persian, Windows-1256. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(withoutCutLetter(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1256').decode(bytes);
  }
}

/** Of a text longer than one part the last letter may be halved. */
function withoutCutLetter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  for (let back = 1; back <= 3 && back < bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > back) end = bytes.length - back;
    break;
  }
  return bytes.subarray(0, end);
}
