// Builds the application into out/ when its sources changed.
import { ensureBuild } from './lib/build.mjs';
import { say, tell } from './lib/say.mjs';
import { ensureModules } from './lib/setup.mjs';

await tell(async () => {
  ensureModules();
  await ensureBuild();
  say('out/ is built from the sources as they are now.');
});
