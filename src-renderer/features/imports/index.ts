// The public face of imports.

export { useDroppedFile } from './dropped-file';
export { ImportPage } from './ImportPage';
export type { ImportPageProps } from './ImportPage';
