// npm run check: types, lint, format, and the house rules that are written as tests (architecture, messages, migrations).
import { join } from 'node:path';
import { runChecks } from './lib/checks.mjs';
import { root, runVisible } from './lib/run.mjs';
import { say, tell } from './lib/say.mjs';
import { ensureProvision, node24 } from './lib/setup.mjs';

await tell(async () => {
  await ensureProvision();
  const checks = runChecks();
  for (const { name, ok, output } of checks) {
    say(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
    if (!ok) process.stderr.write(`${output}\n`);
  }
  const vitest = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    'tests/system',
    'tests/locale/messages.test.ts',
  ];
  const rules = await runVisible(node24(), vitest);
  say(`${rules === 0 ? 'ok    ' : 'FAILED'} house rules`);
  return checks.every(({ ok }) => ok) && rules === 0 ? 0 : 1;
});
