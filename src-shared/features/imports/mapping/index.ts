// The public face of the mapping from files to parties: targets, guesses, conversion.

export { VcardRecord, type VcardAddress, type VcardDate, type VcardEntry, type VcardName } from './vcard-record';
