// The public face of activities: the quick log bar, a party's timeline, one activity as a card.

export { ActivityCard } from './ActivityCard';
export type { ActivityCardProps } from './ActivityCard';
export { QuickLog } from './QuickLog';
export type { QuickLogHandle, QuickLogProps } from './QuickLog';
export { useQuickLogWish, useTakeQuickLogWish } from './quick-log-wish';
export { Timeline } from './Timeline';
export type { TimelineProps } from './Timeline';
