// Numbers and addresses that nobody contacts again: which contact points can be on that list, and in what form they are compared.

import type { suppressedKinds } from '../../catalogue';
import { normaliseEmail } from '../../text/email';
import { normalisePhone } from '../../text/phone';
import type { ContactPointKind } from '../parties/contact-point';

export interface Contact {
  readonly kind: (typeof suppressedKinds)[number];
  /** E.164 or lower case: one form for one number, however it was written. */
  readonly normal: string;
}

/** The same for a phone, a fax and a messenger of one number; null for what is no number or mail address. `country`: the site's, ISO 3166-1 alpha-2. */
export function contactOf(kind: ContactPointKind, value: string, country: string): Contact | null {
  if (kind === 'email') {
    const { key } = normaliseEmail(value);
    return key.includes('@') ? { kind: 'email', normal: key } : null;
  }
  if (kind !== 'phone' && kind !== 'fax' && kind !== 'messenger') return null;
  const { e164 } = normalisePhone(value, country);
  return e164 === null ? null : { kind: 'phone', normal: e164 };
}
