// Opens Diwan from its sources with hot reloading, for those who change it.
import { join } from 'node:path';
import { startDisplay } from './lib/display.mjs';
import { ensureDisplayPackages, hasDisplay, sandboxFlags } from './lib/machine.mjs';
import { root, runVisible } from './lib/run.mjs';
import { say, tell } from './lib/say.mjs';
import { ensureProvision, node24 } from './lib/setup.mjs';

await tell(async () => {
  await ensureProvision();
  const env = { ...process.env };
  if (sandboxFlags().length > 0) env.NO_SANDBOX = '1';
  let display;
  if (!hasDisplay()) {
    ensureDisplayPackages();
    display = await startDisplay();
    env.DISPLAY = display.name;
    say(
      `There is no display here: using the virtual display ${display.name}. REMOTE_DEBUGGING_PORT opens it to a browser's tools.`,
    );
  }
  try {
    return await runVisible(
      node24(),
      [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', ...process.argv.slice(2)],
      { env },
    );
  } finally {
    display?.stop();
  }
});
