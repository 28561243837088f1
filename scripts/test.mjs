// npm test: everything that proves a change, stage by stage, from nothing. The last line says it in numbers.
import { ensureAge, ensureArchiver, ensureDisplayPackages, ensurePoppler, ensureTracer } from './lib/machine.mjs';
import { say, seconds, tell, Trouble } from './lib/say.mjs';
import { ensureProvision } from './lib/setup.mjs';
import { stages } from './lib/stages.mjs';

await tell(async () => {
  const chosen = choose(process.argv.slice(2));
  const setting = await runStage({
    name: 'set-up',
    about: 'dependencies, Electron, database addon, virtual display',
    run: setUp,
  });
  if (setting.failed > 0) return sumUp([setting]);
  const results = [];
  for (const stage of chosen) results.push(await runStage(stage, results));
  return sumUp(results);
});

// --only unit,e2e runs those stages alone; no arguments run all of them.
function choose(args) {
  if (args.length === 0) return stages;
  const names = (args[0] === '--only' ? (args[1] ?? '') : args[0].replace(/^--only=/, '')).split(',');
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (args[0].startsWith('--only') && unknown.length === 0) return stages.filter(({ name }) => names.includes(name));
  throw new Trouble(
    'These arguments are not understood.',
    `npm test -- --only ${stages.map(({ name }) => name).join(',')}`,
  );
}

async function setUp() {
  const runtime = await ensureProvision();
  ensureDisplayPackages();
  ensureArchiver();
  ensureAge();
  ensureTracer();
  ensurePoppler();
  if (!runtime.official)
    say(`Testing on the registry-only Electron ${runtime.version}: the official one cannot be downloaded from here.`);
  return { passed: 0, failed: 0, words: [] };
}

async function runStage(stage, before = []) {
  const since = performance.now();
  say(`--- ${stage.name}: ${stage.about}`);
  if (before.some(({ name, failed }) => name === stage.needs && failed > 0)) {
    say(`Not run, because ${stage.needs} failed; counted as failed.`);
    return { passed: 0, failed: 1, words: [], name: stage.name, took: seconds(since) };
  }
  let counts;
  try {
    counts = await stage.run();
  } catch (error) {
    counts = { passed: 0, failed: 1, words: [describe(error)] };
  }
  for (const word of counts.words) process.stderr.write(`    ${word}\n`);
  return { ...counts, name: stage.name, took: seconds(since) };
}

function describe(error) {
  if (!(error instanceof Trouble)) return String(error.stack ?? error);
  return `${error.output}\n${error.message}\nWhat to do: ${error.remedy}`.trim();
}

function sumUp(results) {
  say('--- summary');
  for (const { name, passed, failed, took, words, unsteady = [] } of results) {
    say(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${passed} passed, ${failed} failed, ${took}`);
    for (const word of words) say(`       ${word.trim().split('\n')[0]}`);
    for (const title of unsteady) say(`       passed only when tried again: ${title}`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`);
  return total('failed') === 0 ? 0 : 1;
}
