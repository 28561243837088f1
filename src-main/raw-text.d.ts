// Files whose text the bundler puts into the program.

declare module '*?raw' {
  const text: string;
  export { text as default };
}

/** A script and all it imports, as the text of one script (`scripts/lib/page-script.mjs`). */
declare module '*?page' {
  const text: string;
  export { text as default };
}
