// The public face of parties: the register, the record page, and a new record.

export { NewPartyDialog } from './create/NewPartyDialog';
export type { NewPartyDialogProps } from './create/NewPartyDialog';
export { PartiesPage } from './list/PartiesPage';
export type { PartiesPageProps } from './list/PartiesPage';
export { MergeDialog } from './merge/MergeDialog';
export type { MergeDialogProps } from './merge/MergeDialog';
export { kindIcons } from './map/kind-icons';
export { PartyPage } from './record/PartyPage';
export type { PartyPageProps } from './record/PartyPage';
