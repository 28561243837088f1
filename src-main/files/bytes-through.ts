// Writing synchronously through what only works asynchronously (age): what was put is sealed and written while nobody waits, and whoever
// writes waits between steps, so that nothing gathers in memory.

export type BytesThrough = (bytes: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>;

export interface Sealing {
  put(bytes: Uint8Array): void;
  close(): void;
  remove(): void;
  /** What was put is written. Throws what went wrong, unless it was given up anyway. */
  settled(): Promise<void>;
}

interface Under {
  write(bytes: Uint8Array): void;
  end(): unknown;
  abandon(): void;
}

/** `ended` is told when nothing is left to wait for. */
export function startSealing(file: Under, seal: BytesThrough, ended: () => void): Sealing {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const state: { latest: Promise<void>; isOpen: boolean; isGone: boolean } = {
    latest: Promise.resolve(),
    isOpen: true,
    isGone: false,
  };
  const run = async (): Promise<void> => {
    for await (const piece of await seal(readable)) file.write(piece);
    file.end();
  };
  // Told to whoever asks whether it is settled.
  const failure = run().then(
    () => null,
    (error: unknown) => {
      file.abandon();
      return { error };
    },
  );
  const follow = (step: Promise<void>): void => {
    state.latest = step.catch(() => undefined);
  };
  return {
    put: (bytes) => follow(writer.write(bytes)),
    close() {
      state.isOpen = false;
      follow(writer.close());
    },
    remove() {
      state.isOpen = false;
      state.isGone = true;
      follow(writer.abort());
    },
    async settled() {
      const failed = await (state.isOpen ? Promise.race([failure, state.latest.then(() => null)]) : failure);
      if (!state.isOpen) ended();
      if (failed !== null && !state.isGone) throw failed.error;
    },
  };
}
