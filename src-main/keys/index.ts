// The public face of keys/: keyring, unlocking, passphrases, recovery code, derived keys.

export {
  createSha256,
  equalBytes,
  hkdfSha256,
  hmacSha256,
  keyBytes,
  seal,
  scryptHash,
  sealApart,
  sealTagBytes,
  sha256,
  signEd25519,
  systemRandom,
  unseal,
  verifyEd25519,
} from './crypto';
export { canonicalJson, type JsonValue } from './canonical-json';
export { calibrate, systemKdf, kdfFloor, kdfCap, type KdfCost, type PassphraseKdf } from './kdf';
export { foldLogin, foldPassphrase } from './passphrase';
export {
  checkPassphrase,
  passphraseScore,
  leastCharacters,
  leastWords,
  type PassphraseReason,
} from './passphrase-policy';
export { cardGroups, formatCard, parseCard, setOf, type Card, type CardError } from './card';
export { mostCards, type CardsError } from './cards';
export { recoveryFiles } from './escrow';
export {
  isRecipient,
  newAgeKey,
  newPackageLock,
  openPackageLock,
  sealingFor,
  unsealingWith,
  type PackageLock,
  type SealedFor,
} from './package-key';
export {
  addEscrow,
  checkCard,
  confirmCard,
  confirmRecoveryCode,
  makeCards,
  paperWays,
  removePaperSlot,
  renewRecoveryCode,
  type CardSet,
  type PaperWays,
} from './keyring-paper';
export { readClasses, setClasses, type ClassHolders, type ClassWish } from './class-keys';
export {
  ClassKeyMissing,
  classOf,
  isSealed,
  noSealing,
  notShown,
  sealedUnder,
  sealValue,
  tokenOf,
  tokensOf,
  unsealValue,
  type Sealing,
} from './sealing';
export { canRotate, prepareRotation, uncarriedSlots, type Rotation, type Uncarried } from './rotation';
export { formatRecoveryCode, parseRecoveryCode, type RecoveryCodeError } from './recovery-code';
export {
  deriveFromSubject,
  deriveSubkey,
  deriveSubjectKeysKey,
  signInDomain,
  verifyInDomain,
  type KeyPurpose,
  type SignatureDomain,
} from './subkeys';
export { wipeVault, type UserKeys, type VaultSecret } from './secret-bundle';
export type { KeyringPolicy } from './keyring-format';
export { keyringBackupFile, keyringFile, type KeyringError } from './keyring-files';
export type { KeyringWriteError } from './keyring-store';
export { adoptKeyring } from './adopt-keyring';
export { attemptsFile, nextAttemptAt, type TooManyAttempts } from './attempts';
export { lineageBreak, type KeyringVersion, type LineageBreak } from './lineage';
export type { KeyringChangeError, KeyringDeps, KeyringSession, PassphraseChoiceError } from './keyring-change';
export {
  acceptKeyring,
  createKeyring,
  prepareKeyring,
  setKeyringPolicy,
  type CreatedKeyring,
  type CreateError,
  type NewUser,
  type PreparedKeyring,
} from './keyring';
export { signingKeys } from './signing-keys';
export { hasKeyring, listSlots, neededCards, type SlotSummary } from './slot-list';
export {
  addUserSlot,
  changePassphrase,
  removeUserSlot,
  resetPassphraseWithPaper,
  resetUserSlot,
  type ChangeUserError,
  type UserSlotChange,
} from './keyring-users';
export {
  copyUnlocked,
  databaseKey,
  unlockAs,
  unlockWithPaper,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  wipeUnlocked,
  type Paper,
  type PaperError,
  type PassphraseError,
  type Proof,
  type RecoveryError,
  type Unlocked,
  type UnlockDeps,
} from './unlock';
