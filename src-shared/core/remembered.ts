// Remembers the answers for values that repeat: a column of roles or countries holds a handful of them in a million rows.

/** Pure memo of a pure function; forgets everything once it holds `limit` answers. */
export function remembered<Answer>(answer: (text: string) => Answer, limit = 500): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    if (known.size >= limit) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
