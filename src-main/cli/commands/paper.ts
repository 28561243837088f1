// `paper`: a document, as operations that make one give it, becomes a PDF.

import { Paper } from '@shared/paper/paper';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode, writeFileAtomic } from '../../files';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { readInput } from '../session';

export const paper: Command = async (input) => {
  const { input: from, out } = input.options;
  if (from === undefined) return misuse('cli.option-missing', '--input');
  if (out === undefined) return misuse('cli.option-missing', '--out');
  const document = readPaper(from);
  return document.ok ? printTo(input, document.value, out) : failed(document.error);
};

/** Writes the document as a PDF to a file, aside and renamed, or to standard output (`-`). */
export async function printTo(input: CommandInput, document: Paper, out: string): Promise<CommandResult> {
  const pdf = await input.host.printPaper(document);
  if (!pdf.ok) return failed(pdf.error);
  if (out === '-') {
    await new Promise<void>((written) => process.stdout.write(pdf.value, () => written()));
    return done;
  }
  try {
    writeFileAtomic(out, pdf.value);
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return failed({ code, details: { file: out } });
  }
  input.output.result({ path: out }, [input.output.t('cli.paper.written', { path: out })]);
  return done;
}

function readPaper(file: string): Result<Paper, Failure> {
  const content = readInput(file);
  if (!content.ok) return content;
  const parsed = Paper.safeParse(jsonOf(content.value));
  return parsed.success
    ? ok(parsed.data)
    : fail('cli.paper-not-a-document', { at: parsed.error.issues[0]?.path.join('.') ?? '' });
}

/** Undefined when the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
