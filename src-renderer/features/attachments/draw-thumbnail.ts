// Draws the small picture of an image here, in the page's sandbox: no other part of the program ever decodes a foreign image.

import { imageSize } from '@shared/features/attachments/image-size';

const EDGE = 192;
/** More would take gigabytes to unfold, however small the file. */
const MOST_PIXELS = 60_000_000;

/** JPEG, or null when the image cannot or should not be decoded. */
export async function drawThumbnail(content: Blob): Promise<Uint8Array | null> {
  const size = imageSize(new Uint8Array(await content.arrayBuffer()), content.type);
  if (size === null || size.width * size.height > MOST_PIXELS || size.width * size.height === 0) return null;
  const scale = Math.min(1, EDGE / Math.max(size.width, size.height));
  const [width, height] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))];
  const bitmap = await decoded(content, { width, height });
  if (bitmap === null) return null;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  // What is transparent lies on white, as on paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, bitmap.width, bitmap.height);
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  return new Uint8Array(await drawn.arrayBuffer());
}

async function decoded(
  content: Blob,
  { width, height }: { width: number; height: number },
): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(content, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  } catch (error) {
    // A picture that is none, whatever its first bytes said.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
