// What the engine uses of notices.

export { createNoticesService } from './notices.service';
