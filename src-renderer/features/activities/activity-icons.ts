// One icon per kind of activity, everywhere the same.

import { IconMail, IconMapPin, IconMessageCircle, IconNote, IconPhone, IconUsers } from '@tabler/icons-react';

export const activityIcons = {
  call: IconPhone,
  visit: IconMapPin,
  meeting: IconUsers,
  letter: IconMail,
  note: IconNote,
  message: IconMessageCircle,
} as const;
