// What the scripts tell a person: one plain sentence per step, always on stderr, so that stdout stays for results.

/** Says a sentence. */
export function say(sentence) {
  process.stderr.write(`[diwan] ${sentence}\n`);
}

/** An expected failure of a script: what is missing, and what to do about it. */
export class Trouble extends Error {
  constructor(what, remedy, output = '') {
    super(what);
    this.name = 'Trouble';
    this.remedy = remedy;
    this.output = output;
  }
}

/** Runs a script's main function; a Trouble is told plainly (exit code 1), anything else is our defect (exit code 3). */
export async function tell(main) {
  try {
    const code = await main();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    if (!(error instanceof Trouble)) {
      process.stderr.write(`[diwan] Unexpected: ${error?.stack ?? error}\n`);
      process.exitCode = 3;
      return;
    }
    if (error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
    say(error.message);
    say(`What to do: ${error.remedy}`);
    process.exitCode = 1;
  }
}

/** Seconds since an instant of performance.now(), for the closing word of a step. */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
