// Sentences with slots, split once so that filling them is only joining.

export const slotNames = [
  'doctor',
  'clinic',
  'branch',
  'dept',
  'staff',
  'day',
  'time',
  'month',
  'policy',
  'claim',
  'order',
  'amount',
  'product',
] as const;
export type SlotName = (typeof slotNames)[number];

export type Slots = Readonly<Record<SlotName, string>>;

/** Literal pieces and, after each but the last, the slot that follows it. */
export interface Template {
  readonly pieces: readonly string[];
  readonly slots: readonly SlotName[];
}

export function templateOf(text: string): Template {
  const parts = text.split(/\{(\w+)\}/);
  const slots = parts.filter((_, place) => place % 2 === 1);
  for (const slot of slots) if (!isSlot(slot)) throw new Error(`no slot ${slot}`);
  return { pieces: parts.filter((_, place) => place % 2 === 0), slots: slots.filter(isSlot) };
}

export function filled({ pieces, slots }: Template, values: Slots): string {
  let text = pieces[0]!;
  for (let place = 0; place < slots.length; place++) text += values[slots[place]!] + pieces[place + 1]!;
  return text;
}

const isSlot = (word: string): word is SlotName => (slotNames as readonly string[]).includes(word);
