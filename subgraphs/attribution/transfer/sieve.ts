import { badUserInput } from '../../../shared/errors/cordonError';

/** The maximum of filtered pages in one request: each examines thousands of rows. */
const maxPerRequest = 50;

/** Runs a read that tests rows one by one. */
export type Sieve = <Answer>(read: () => Promise<Answer>) => Promise<Answer>;

/** The filtered reads of one request, one after the other. Throws BAD_USER_INPUT where there are too many. */
export function requestSieve(): Sieve {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (read) => {
    if (++asked > maxPerRequest) {
      throw badUserInput(
        `one request takes ${maxPerRequest} filtered pages of transfers: ask for the others in another`,
      );
    }
    const answer = last.then(read);
    last = answer.catch(() => undefined);
    return answer;
  };
}
