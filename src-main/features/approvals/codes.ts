// Requests and approvals as text that people carry from one seat to another: signed already, so nothing in it has to be believed.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { Id } from '@shared/core/ids';
import { fail, ok, type Failure, type Result } from '@shared/core/result';

const Signed = { user: Id, publicKey: z.base64url().max(100), signature: z.base64url().max(200) } as const;

/** Asked: the body as it was signed, and what exactly it stands for. */
export const AskCode = z.strictObject({ v: z.literal(1), text: z.string(), exactly: z.string(), ...Signed });
export type AskCode = z.infer<typeof AskCode>;

export const AnswerCode = z.strictObject({ v: z.literal(1), id: Id, ...Signed });
export type AnswerCode = z.infer<typeof AnswerCode>;

const heads = { ask: 'DIWAN-ASK-', answer: 'DIWAN-YES-' } as const;
/** Bytes of a code that was unpacked: some ten thousand ids. */
const MOST = 1_000_000;

export const codeOf = (kind: keyof typeof heads, content: AskCode | AnswerCode): string =>
  heads[kind] + deflateRawSync(JSON.stringify(content)).toString('base64url');

export type CodeError = Failure<'approvals.code-invalid'>;

/** Mail programs break long lines: white space in between is nothing. */
export function readCodeOf<T>(kind: keyof typeof heads, typed: string, shape: z.ZodType<T>): Result<T, CodeError> {
  const text = typed.replace(/\s+/g, '');
  if (!text.startsWith(heads[kind])) return fail('approvals.code-invalid');
  const content = unpacked(text.slice(heads[kind].length));
  const parsed = shape.safeParse(content);
  return parsed.success ? ok(parsed.data) : fail('approvals.code-invalid');
}

function unpacked(packed: string): unknown {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST }).toString('utf8'));
  } catch (error) {
    // Both say by throwing that this is not what they have written.
    if (error instanceof Error) return null;
    throw error;
  }
}
