// What the engine uses of saved views.

export { createViewsService } from './views.service';
