// What lists of other features use of exports.

export { RecipientsPanel } from './RecipientsPanel';
export { ReceiptsButton } from './ReceiptsButton';
export { ExitPanel } from './ExitPanel';
export { ExportButton } from './ExportButton';
export type { ExportButtonProps } from './ExportButton';
export type { ExportSource } from './export-source';
