// What the page of a package under a passphrase opens it with: the age format, inside the page, without any network.
import { Decrypter } from 'age-encryption';

/** Null for another passphrase; else what opens the files of the package, as bytes. Throws when the key itself is damaged. */
globalThis.openPackage = async (sealedKey, password) => {
  const lock = new Decrypter();
  lock.addPassphrase(password.normalize('NFC'));
  const identity = await lock.decrypt(sealedKey, 'text').catch((error) => {
    if (error.message.startsWith('no identity matched')) return null;
    throw error;
  });
  if (identity === null) return null;
  const opener = new Decrypter();
  opener.addIdentity(identity.trim());
  return (bytes) => opener.decrypt(bytes);
};
