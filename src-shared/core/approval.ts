// What an operation declares that must not be done on one person's word: the door holds it until whoever asks has typed their
// passphrase again and, where somebody else may approve, a second person has signed.

/**
 * Each has a measure of its own in `features/approvals`. export: people leave the base, in mass or with class-3 values. removal: many
 * records at once. role: a role that may change rights or approve is given. The rest always: rights, settings (those of this very
 * protection), keys, restore, reset, erasure. undo: taking back what was approved. discount: a quote further below the price book than the office allows.
 */
export const approvalRules = [
  'export',
  'removal',
  'role',
  'rights',
  'settings',
  'keys',
  'restore',
  'reset',
  'erasure',
  'undo',
  'discount',
] as const;
export type ApprovalRule = (typeof approvalRules)[number];

export interface Protection<Input> {
  readonly rule: ApprovalRule;
  /**
   * What exactly is approved, as JSON that may be shown and kept: no passphrase, nothing that differs when the same is asked again. The
   * approval holds for no other.
   */
  exactly(input: Input): unknown;
  /**
   * Used up before anything is done, even when it fails then: for what has effect outside the base (keys, files) and is not told by its
   * first commit or job, in which an approval is used up otherwise.
   */
  readonly first?: true;
}

/** step-up: the passphrase of whoever asks. two: that, and the signature of somebody else who may approve. */
export const approvalNeeds = ['step-up', 'two'] as const;
export type ApprovalNeeds = (typeof approvalNeeds)[number];
