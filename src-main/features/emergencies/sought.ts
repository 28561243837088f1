// What an exact number may be kept as: whoever looks for one record types one thing, and need not say what it is.

import { identifierSchemes } from '@shared/catalogue';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { contactOf } from '@shared/features/privacy/suppression';

/** Normal forms as JSON lists; the id as it was typed. */
export function soughtBy(text: string, country: string): { id: string; numbers: string; contacts: string } {
  const numbers = new Set(identifierSchemes.map((scheme) => checkIdentifier(scheme, text).normalised));
  const contact = contactOf(text.includes('@') ? 'email' : 'phone', text, country);
  return {
    id: text.trim().toLowerCase(),
    numbers: JSON.stringify([...numbers].filter((one) => one !== '')),
    contacts: JSON.stringify(contact === null ? [] : [contact.normal]),
  };
}
