// The present moment for "3 minutes ago": it moves once a minute, and only where somebody shows it.

import { useEffect, useState } from 'react';

const EVERY_MS = 60_000;

/** Milliseconds UTC; stands still when `moving` is false. */
export function useNow(moving = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!moving) return undefined;
    const timer = window.setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => window.clearInterval(timer);
  }, [moving]);
  return now;
}
