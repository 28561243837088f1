// The types of display.mjs for the tests' global set-up.
export interface Picture {
  width: number;
  height: number;
  rows: Buffer[];
}
export interface Display {
  name: string;
  picture(): Picture | undefined;
  stop(): void;
}
export function startDisplay(size?: string): Promise<Display>;
export function readScreen(file: string): Picture | undefined;
export function variety(picture: Picture): number;
export function toPng(picture: Picture): Buffer;
