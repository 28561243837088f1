// The small pictures of the files in view: asked for once, drawn where there is none yet.

import type { AttachmentItem } from '@shared/features/attachments/attachments.contract';
import { previewOf } from '@shared/features/attachments/media-type';
import { useEffect, useRef, useState } from 'react';
import { client, reader, useMay } from '../../api';
import { readContent, toBase64 } from './bytes';
import { drawThumbnail } from './draw-thumbnail';

/** Larger images are shown by their icon until somebody opens them. */
const MOST_BYTES = 40_000_000;

/** By id, as addresses that an image takes. */
export function useThumbnails(items: readonly AttachmentItem[]): ReadonlyMap<string, string> {
  const may = useMay();
  const mayDraw = may('parties.write') && may('activities.write');
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const add = (id: string, image: string): void =>
      setPictures((before) => new Map(before).set(id, `data:image/jpeg;base64,${image}`));
    const fresh = items.filter((item) => isImage(item) && !asked.current.has(item.id));
    for (const { id } of fresh) asked.current.add(id);
    void showThumbnails(fresh, mayDraw, add);
  }, [items, mayDraw]);
  return pictures;
}

const isImage = ({ mediaType, state, bytes }: AttachmentItem): boolean =>
  previewOf(mediaType) === 'image' && state === 'present' && bytes <= MOST_BYTES;

type Add = (id: string, image: string) => void;

async function showThumbnails(items: readonly AttachmentItem[], mayDraw: boolean, add: Add): Promise<void> {
  const ids = items.filter(({ hasThumbnail }) => hasThumbnail).map(({ id }) => id);
  const found = ids.length === 0 ? null : await reader.attachments.thumbnails({ ids: ids.slice(0, 50) });
  const known = new Set<string>();
  for (const { id, image } of found?.ok === true ? found.value.images : []) {
    known.add(id);
    add(id, image);
  }
  // One after the other: drawing is not what the person is waiting for.
  for (const item of items) if (!known.has(item.id)) await draw(item, mayDraw, add);
}

async function draw(item: AttachmentItem, mayDraw: boolean, add: Add): Promise<void> {
  const content = await readContent(item, { from: reader });
  const drawn = content.ok ? await drawThumbnail(content.value) : null;
  if (drawn === null) return;
  const image = toBase64(drawn);
  add(item.id, image);
  if (mayDraw) await client.attachments.setThumbnail({ id: item.id, image });
}
