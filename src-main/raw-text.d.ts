// Files whose text the bundler puts into the program.

declare module '*?raw' {
  const text: string;
  export { text as default };
}
