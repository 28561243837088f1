// What other features may use of tasks.

export { addEvent, dayOf, makeTask } from './make-task';
export { listTasks } from './task-list';
export { projectTasks } from './task-projection';
export { createTasksService } from './tasks.service';
export { insertTask, insertTaskEvent, selectTask } from './tasks.sql';
