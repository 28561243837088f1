// Names of files that a page proposes are only proposals.

/** A proposed name without anything that could leave the folder or hide what it is (separators, control and bidi marks). */
export function safeName(name: string): string {
  const clean = name.replace(/[\u0000-\u001f<>:"/\\|?*\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, ' ').trim();
  return clean.replace(/^[.\s]+/, '') || 'diwan';
}
