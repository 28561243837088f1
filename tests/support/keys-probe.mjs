// Run by Node and by Electron in turn: makes or opens a keyring with the built keys/ and prints what came out, without any secret.
const [, , module, mode, dir, code] = process.argv;
const keys = await import(module);

const deps = { clock: { now: () => Date.now() }, random: keys.systemRandom, kdf: keys.systemKdf };
const login = 'amal';
const passphrase = 'نسيم البحر فوق الجبل الأخضر';
const message = Buffer.from('one message');

function describe({ secret, userKeys, keyringAltered }) {
  const signature = keys.signInDomain('approve', userKeys.signing.privateKey, message);
  return {
    dek: keys.sha256(secret.dek).toString('hex'),
    publicKeys: [userKeys.signing.publicKey.toString('hex'), userKeys.agreement.publicKey.toString('hex')],
    signature: signature.toString('hex'),
    verified: keys.verifyInDomain('approve', userKeys.signing.publicKey, { message, signature }),
    derived: keys.sha256(keys.deriveSubkey(secret.dek, 'base', 'audit')).toString('hex'),
    altered: keyringAltered,
  };
}

async function make() {
  const made = await keys.createKeyring({ dir, users: [{ userId: 'user-1', login, passphrase }] }, deps);
  return { code: made.value.recoveryCode, opened: describe(made.value.unlocked) };
}

async function open() {
  const wrong = await keys.unlockWithPassphrase(dir, { login, passphrase: 'another' }, deps);
  const unlocked = await keys.unlockWithPassphrase(dir, { login, passphrase }, deps);
  const recovered = keys.unlockWithRecoveryCode(dir, code);
  return { wrong: wrong.error.code, opened: describe(unlocked.value), recovered: recovered.ok };
}

process.stdout.write(
  JSON.stringify({ electron: 'electron' in process.versions, ...(await (mode === 'make' ? make() : open())) }),
);
