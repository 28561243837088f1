// Every reader sees a file as bytes at an offset, so that resuming is a seek and no reader holds a whole file.

import { open } from 'node:fs/promises';

export interface ByteFile {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Throws the system error as it is: `failureOf` knows the codes. */
export async function openByteFile(path: string): Promise<ByteFile> {
  const handle = await open(path, 'r');
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    return {
      size: status.size,
      read: async (offset, length) => {
        const wanted = Math.max(0, Math.min(length, status.size - offset));
        const buffer = Buffer.allocUnsafe(wanted);
        let filled = 0;
        while (filled < wanted) {
          const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return buffer.subarray(0, filled);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
