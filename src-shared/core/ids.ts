// Record ids: UUID version 7 (RFC 9562 §5.7) made on the device, so that days without a network never collide.

import { z } from 'zod';
import type { Clock, Random } from './clock';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const Id = z.string().regex(pattern, 'id');
export type Id = string;

export type IdMaker = () => Id;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const POOL_BYTES = 4096;
const RANDOM_BYTES_PER_ID = 10;

/** Makes ids that rise within one maker even inside one millisecond (12 bits of counter, RFC 9562 §6.2 method 1). */
export function createIdMaker(clock: Clock, random: Random): IdMaker {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  let lastAt = 0;
  let counter = 0;
  return () => {
    if (used + RANDOM_BYTES_PER_ID > pool.length) {
      pool = random.bytes(POOL_BYTES);
      used = 0;
    }
    const now = clock.now();
    if (now > lastAt) {
      lastAt = now;
      counter = pool[used]! & 0x7f;
    } else if (++counter > 0xfff) {
      lastAt += 1;
      counter = 0;
    }
    const id = formatUuid7(lastAt, counter, pool.subarray(used + 2, used + RANDOM_BYTES_PER_ID));
    used += RANDOM_BYTES_PER_ID;
    return id;
  };
}

function formatUuid7(at: number, counter: number, tail: Uint8Array): Id {
  const time = at.toString(16).padStart(12, '0');
  const sequence = counter.toString(16).padStart(3, '0');
  const variant = hex[(tail[0]! & 0x3f) | 0x80]!;
  const rest = hex[tail[2]!]! + hex[tail[3]!]! + hex[tail[4]!]! + hex[tail[5]!]! + hex[tail[6]!]! + hex[tail[7]!]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${hex[tail[1]!]!}-${rest}`;
}
