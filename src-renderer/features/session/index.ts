// The public face of session: the lock screen, and the parts that the first run is built from.

export { GateFailure } from './failure-lines';
export { GateLayout, GateTitle } from './GateLayout';
export type { GateLayoutProps, GateTitleProps } from './GateLayout';
export { KeyringNotice } from './KeyringNotice';
export { BaseFolder, LockScreen } from './LockScreen';
export type { LockScreenProps } from './LockScreen';
export { MissingBase } from './MissingBase';
export { isLongEnough, PassphraseRules } from './PassphraseRules';
export type { PassphraseRulesProps } from './PassphraseRules';
export { PlaceWarning } from './PlaceWarning';
export { RecoverForm } from './RecoverForm';
export { wrongGroups } from './wrong-groups';
