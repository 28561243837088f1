// E-mail addresses as stored and compared.
import { toLatinDigits } from '../locale/digits';

export interface NormalisedEmail {
  /** Trimmed, without direction marks and `mailto:`; the domain in lower case. */
  address: string;
  /** Wholly in lower case: what search and duplicates compare. */
  key: string;
  valid: boolean;
}

/**
 * Any text to an address. Valid = one @, a local part of at most 64 and a domain of at most 253 characters with a dot,
 * no spaces: the shape that every mail server accepts. Arabic and Persian digits become Latin ones.
 */
export function normaliseEmail(raw: string): NormalisedEmail {
  const bare = toLatinDigits(raw.replace(invisible, ''))
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim();
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, Math.max(at, 0));
  const domain = bare
    .slice(at + 1)
    .toLowerCase()
    .replace(/\.$/, '');
  const address = at > 0 ? `${local}@${domain}` : bare;
  return { address, key: address.toLowerCase(), valid: at > 0 && localPart.test(local) && domainName.test(domain) };
}

const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** RFC 5321 length; dot-atom of RFC 5322 widened to letters of any script (RFC 6531). */
const localPart = /^(?=.{1,64}$)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainName =
  /^(?=.{3,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u;
