// npm run format: writes the house format over every source file.
import { runFormatter } from './lib/checks.mjs';
import { say, tell } from './lib/say.mjs';
import { ensureModules } from './lib/setup.mjs';

await tell(async () => {
  ensureModules();
  const { code, stdout, stderr } = runFormatter('--write');
  say(`${stdout}${stderr}`.trim());
  return code;
});
