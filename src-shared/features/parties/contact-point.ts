// The comparable form of a contact point: E.164 for phones, lower case for e-mails, folded text for the rest.

import type { contactPointKinds } from '../../catalogue';
import { normaliseEmail } from '../../text/email';
import { fold } from '../../text/fold';
import { normalisePhone } from '../../text/phone';

export type ContactPointKind = (typeof contactPointKinds)[number];

export interface NormalContactPoint {
  readonly normal: string;
  /** For phones and faxes: every digit string under which the number is found. */
  readonly digits: readonly string[];
}

/** `country` (ISO 3166-1 alpha-2) is the site's: numbers written without a country code are read as its own. */
export function normalContactPoint(kind: ContactPointKind, value: string, country: string): NormalContactPoint {
  if (kind === 'phone' || kind === 'fax') {
    const phone = normalisePhone(value, country);
    return { normal: phone.e164 ?? phone.digits, digits: phone.forms };
  }
  return { normal: kind === 'email' ? normaliseEmail(value).key : fold(value), digits: [] };
}
