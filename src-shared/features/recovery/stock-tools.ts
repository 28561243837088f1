// The commands that open a base without this program, as they stand on sheets and in notes.

export const stockTools = {
  /** Asks for the digits of the recovery code. */
  decrypt: 'age -d -i recovery-code.age -o key.sql recovery-key.age',
  decryptEscrow: (file: string): string => `age -d -i IDENTITY -o key.sql ${file}`,
  open: 'sqlcipher -init key.sql data-1.db',
} as const;
