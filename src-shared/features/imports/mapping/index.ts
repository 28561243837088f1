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
export { guessMapping } from './guess-mapping';
export type { GuessedColumn, GuessedMapping, GuessOptions } from './guessed';
export { headingLikelihood } from './header-match';
export { knownSetNames, type KnownSetName } from './known-sets';
export { choiceWords, type ChoiceWords } from './choice-words';
export { isDateTarget } from './guess-records';
export { createRecordMapper, type RecordMapper, type RecordOptions } from './map-record';
export type { PartyReference, RecordDraft } from './record-draft';
export {
  importEntities,
  latestDay,
  partyTarget,
  recordEntities,
  recordTargets,
  referenceWays,
  type ImportInto,
  type RecordInto,
  type ReferenceWay,
} from './record-targets';
export type { BadValuePolicy, DateOrder } from './mapping-context';
export { importTargets, isImportTarget, type ImportTarget } from './targets';
export { VcardRecord, type VcardAddress, type VcardDate, type VcardEntry, type VcardName } from './vcard-record';
export { createCardMapper, vcardToDraft, type CardMapper } from './vcard-to-draft';
