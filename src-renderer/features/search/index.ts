// The public face of search: the dialog, the fields that find a party, and where a search result led.

export { useFocusedActivity } from './focus-activity';
export { HitWords } from './HitWords';
export { PartiesField } from './PartiesField';
export type { PartiesFieldProps } from './PartiesField';
export { PartyPicker } from './PartyPicker';
export type { PartyPickerProps, PickedParty } from './PartyPicker';
export { useRecentRecords } from './recent-records';
export type { RecentRecord } from './recent-records';
export { SearchDialog } from './SearchDialog';
export type { SearchDialogProps } from './SearchDialog';
export { useFind } from './use-find';
export type { Found, Hit, Scope } from './use-find';
