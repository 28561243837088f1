// The head of the chain as it is printed and read out: 16 letters and digits of the first 80 bits of the last hash.

/** Crockford's: no I, L, O, U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 10;

/** `hash` in hex, at least 20 digits; four groups of four. The same form serves as the fingerprint of a public key. */
export function shortHead(hash: string): string {
  let bits = BigInt(`0x${hash.slice(0, BYTES * 2)}`);
  let text = '';
  for (let place = 0; place < 16; place += 1) {
    text = alphabet[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return text.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** What somebody typed from paper, as `shortHead` writes it: any case, with or without hyphens, O as 0, I and L as 1. */
export const readHead = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/(.{4})(?=.)/g, '$1-');
