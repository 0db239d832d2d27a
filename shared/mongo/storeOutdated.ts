/** A store whose data an earlier version wrote in a form that cannot be gone on from. The message says what to do. */
export class StoreOutdated extends Error {
  override readonly name = 'StoreOutdated';
}
