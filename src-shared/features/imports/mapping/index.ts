// The public face of the mapping from files to parties: targets, guesses, conversion.

export {
  applyMapping,
  createRowMapper,
  type DraftResult,
  type MappingOptions,
  type RowMapper,
  type RowMapping,
} from './apply-mapping';
export { dateSamples, guessCalendar, guessOrder, type CalendarGuess, type DateSample } from './calendar-guess';
export { rejectionCodes, type DraftEmployment, type ImportDraft, type Rejection, type RejectionCode } from './draft';
export { guessMapping, type GuessedColumn, type GuessedMapping, type GuessOptions } from './guess-mapping';
export { headingLikelihood } from './header-match';
export { knownSetNames, type KnownSetName } from './known-sets';
export type { BadValuePolicy, DateOrder } from './mapping-context';
export { importTargets, isImportTarget, type ImportTarget } from './targets';
export { VcardRecord, type VcardAddress, type VcardDate, type VcardEntry, type VcardName } from './vcard-record';
export { createCardMapper, vcardToDraft, type CardMapper } from './vcard-to-draft';
