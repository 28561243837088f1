// Brings what the package manager does not: an Electron, the database addon for it, and the older Electron's types.
import { ensureProvision } from './lib/setup.mjs';
import { say, tell } from './lib/say.mjs';

await tell(async () => {
  const runtime = await ensureProvision();
  say(
    `Electron ${runtime.version} is ready${runtime.official ? '' : ' (registry-only runtime, for development and tests)'}.`,
  );
});
