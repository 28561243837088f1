// Fetches one pinned package from the npm registry and refuses it unless its bytes are the ones we checked.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, runCaptured } from './run.mjs';
import { Trouble } from './say.mjs';

/** Unpacks `pin.name@pin.version` into `folder`/package and returns that path. */
export function fetchPackage(pin, folder) {
  const { command, first } = npm();
  const spec = `${pin.name}@${pin.version}`;
  const packed = runCaptured(command, [...first, 'pack', spec, '--pack-destination', folder, '--silent'], {
    cwd: folder,
  });
  if (packed.code !== 0) {
    const remedy = 'make the npm registry reachable (npm ping shows whether it is), then run the same command again';
    throw new Trouble(`The package ${spec} could not be fetched.`, remedy, packed.stderr);
  }
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  const bytes = readFileSync(join(folder, archive));
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (integrity !== pin.integrity) {
    throw new Trouble(
      `The package ${spec} is not the one that was checked (its sha512 differs).`,
      'do not use it; tell the developers which registry served it',
    );
  }
  const untar = runCaptured('tar', ['-xzf', archive], { cwd: folder });
  if (untar.code !== 0)
    throw new Trouble(`The package ${spec} could not be unpacked.`, 'check free disk space', untar.stderr);
  return join(folder, 'package');
}
