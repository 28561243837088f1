// The public face of the reading side of imports; the engine uses nothing else of this folder.

export type { ImportFailure } from './failure';
export {
  channelOverPort,
  forkWithNode,
  PARSER_EXEC_ARGV,
  type ForkParser,
  type ParserChannel,
  type PortLike,
} from './parser-channel';
export {
  startParser,
  type CountOptions,
  type EnclosedFiles,
  type OpenFile,
  type Parser,
  type ParserOptions,
} from './parser-client';
export { openRejectedFile, openRowFile, type RejectedRow, type RowFile, type RowFileOptions } from './rejected-rows';
export { ReadSettings, ReadWishes, type Batch, type Inspection } from './protocol';
export {
  isCardRow,
  type CardRow,
  type Checkpoint,
  type EnclosedFile,
  type FileProblem,
  type RowProblem,
  type SourceRow,
  type TabularRow,
} from './source';
