// npm run pack [-- dir deb tar.gz]: builds Diwan and makes its Linux packages in out/dist, checking fuses and contents.
import { ensureBuild } from './lib/build.mjs';
import { makePackages } from './lib/packages.mjs';
import { say, tell } from './lib/say.mjs';
import { ensureProvision } from './lib/setup.mjs';

await tell(async () => {
  const runtime = await ensureProvision();
  if (!runtime.official)
    say(`These packages hold the registry-only Electron ${runtime.version}: for tests, not for customers.`);
  await ensureBuild();
  const wanted = process.argv.slice(2);
  const steps = await makePackages(wanted.length > 0 ? wanted : ['dir', 'deb', 'tar.gz']);
  for (const { name, ok, output } of steps) if (!ok) say(`${name}: ${output}`);
  return steps.every(({ ok }) => ok) ? 0 : 1;
});
