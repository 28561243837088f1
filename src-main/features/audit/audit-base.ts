// The open base as the proof of the log needs it.

export interface AuditBase {
  readonly vaultId: string;
  /** Signs the heads of both chains, unless they are signed already. */
  sign(): void;
  /** Signs an exported log as whoever is at work; null where nobody's key is at hand. */
  signLog(hash: string): { readonly key: string; readonly signature: string } | null;
}
