/** A store that cannot be reached. The message names the server, never the credentials. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}
