// The public face of tasks: somebody's day, and what is to be done for a party.

export { PartyTasks } from './PartyTasks';
export type { PartyTasksProps } from './PartyTasks';
export { TasksPage } from './TasksPage';
