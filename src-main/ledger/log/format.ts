// An exported log, line by line, as resources/audit/FORMAT.md describes it: one JSON value a line, in exactly this spelling, so that
// not a single byte can be another.

import type { AccessEventRow, CheckpointRow, OperationRow } from '../../db';
import { canonicalAccess } from '../access-seal';
import { checkpointMessage } from '../checkpoint';
import { canonicalHeader } from '../seal';

export const logFormat = 1;

/** Of the whole file, signed by whoever exported it. */
export interface LogEnd {
  /** Lines before this one. */
  readonly lines: number;
  /** SHA-256 of all their bytes, line feeds included, in hex. */
  readonly hash: string;
  readonly key: string;
  readonly signature: string;
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const logLine = (vault: string, madeAt: number): string =>
  `{"kind":"log","format":${logFormat},"vault":${JSON.stringify(vault)},"madeAt":${JSON.stringify(madeAt)}}`;

export const keyLine = (key: string, user: string): string =>
  `{"kind":"key","key":"${key}","user":${JSON.stringify(user)}}`;

export const operationText = (header: string, payload: string, hash: string): string =>
  `{"kind":"operation","header":${header},"payload":"${payload}","hash":"${hash}"}`;

export const readingText = (header: string, people: string, hash: string): string =>
  `{"kind":"reading","header":${header},"people":"${people}","hash":"${hash}"}`;

export const checkpointText = (body: string, signature: string): string =>
  `{"kind":"checkpoint","body":${body},"signature":"${signature}"}`;

export const endLine = ({ lines, hash, key, signature }: LogEnd): string =>
  `{"kind":"end","lines":${lines},"hash":"${hash}","key":"${key}","signature":"${signature}"}`;

export const operationLine = (row: OperationRow): string =>
  operationText(canonicalHeader(row), hex(row.payload_hash), hex(row.hash));

export const readingLine = (row: AccessEventRow): string =>
  readingText(canonicalAccess(row), hex(row.subjects_hash), hex(row.hash));

export const checkpointLine = (row: CheckpointRow): string =>
  checkpointText(checkpointMessage(row).toString(), hex(row.signature));
