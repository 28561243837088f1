// One icon per kind of party, everywhere the same.

import { IconBuilding, IconUser, IconUsersGroup } from '@tabler/icons-react';

export const kindIcons = { person: IconUser, organisation: IconBuilding, group: IconUsersGroup } as const;
