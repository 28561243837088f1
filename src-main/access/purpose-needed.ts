// Somebody has to say why they look before anything is shown.

/** Thrown where a reading would be given out; the door and the jobs answer `door.purpose-needed`. Says nothing about whom it is about. */
export class PurposeNeeded extends Error {
  readonly details: Readonly<Record<string, unknown>>;

  constructor(details: Readonly<Record<string, unknown>>) {
    super('a purpose is needed');
    this.details = details;
  }
}
