// Where the built parser process lies; the build stage makes it before any test that imports a file runs.

import { resolve } from 'node:path';

export const parserModule = (): string => resolve(import.meta.dirname, '../../out/main/parser.cjs');
