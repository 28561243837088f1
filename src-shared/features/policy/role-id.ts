// The id of a role: one that ships with the product, or one the office has made.

import { z } from 'zod';

export const RoleId = z.string().min(1).max(60);
export type RoleId = z.infer<typeof RoleId>;
