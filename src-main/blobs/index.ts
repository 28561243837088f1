// The public face of blobs/: the format of sealed files, where they lie, and the keys they are sealed with.

export {
  BlobDamaged,
  chunkBytes,
  createSealer,
  headerBytes,
  openBlob,
  plainChunks,
  type BlobFailure,
  type OpenBlob,
} from './blob-format';
export { blobPath, blobsFolder, incomingFiles, removeBlob, storedBlobs, storedBytes } from './blob-store';
export { contentMark, unwrapFileKey, wrapFileKey, type KeyedFile } from './file-keys';
export type { ErasureNote } from './erasure-notes';
export {
  destroyInCopy,
  undoneErasures,
  writeErasures,
  writeWithout,
  type Destroyed,
  type KeysCopy,
} from './keys-in-copies';
export { sealChunks, sealFile, type Sealing } from './seal-file';
export { sealStream, type StreamSealing } from './seal-stream';
export type { Sealed } from './sealed-content';
export {
  copySubjectKeys,
  createSubjectKeys,
  keysFileOf,
  mergeSubjectKeys,
  noteErasuresBeside,
  rekeySubjectKeys,
  subjectKeysOpen,
  type SubjectKeyFailure,
  type SubjectKeys,
  type SubjectKeysPlace,
} from './subject-keys';
export { unsealFile, type Unsealing } from './unseal-file';
