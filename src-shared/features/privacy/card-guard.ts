// Card numbers in what is about to be stored: found or shortened in every text of a value, wherever it lies in it.

import { holdsCardNumber, shortenCardNumbers } from '../../text/card-number';

/** What the office has done with a card number in free text: nothing is stored, or its first six and last four digits are. */
export const cardPolicies = ['refuse', 'shorten'] as const;
export type CardPolicy = (typeof cardPolicies)[number];

/** An identifier with a scheme of its own is no free text, and may have sixteen digits. */
export const isFreeIdentifier = (scheme: unknown): boolean => scheme === 'other';

export const holdsCard = (value: unknown): boolean => {
  if (typeof value === 'string') return holdsCardNumber(value);
  if (Array.isArray(value)) return value.some(holdsCard);
  return isRecord(value) && Object.entries(value).some(([key, part]) => !isExempt(value, key) && holdsCard(part));
};

/** The same value when there is none in it. */
export function withoutCards<T>(value: T): T {
  return holdsCard(value) ? (shortened(value) as T) : value;
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return shortenCardNumbers(value);
  if (Array.isArray(value)) return value.map(shortened);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, isExempt(value, key) ? part : shortened(part)]),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isExempt = (of: Record<string, unknown>, key: string): boolean =>
  key === 'value' && typeof of['scheme'] === 'string' && !isFreeIdentifier(of['scheme']);
