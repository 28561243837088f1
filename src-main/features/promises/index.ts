// What other features may use of promises.

export { createPromisesService } from './promises.service';
