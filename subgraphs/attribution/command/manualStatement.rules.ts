import { badUserInput } from '../../../shared/errors/cordonError';
import type { HasCaller } from '../vocabulary/hasCaller';
import { keyOfCaller, type NamedCaller } from './keyOfCaller.rules';

/** A manual statement is the operator's: any of its analysts may retract it. */
export const operatorOrigin = 'house';

/** The author of a statement, and the time. */
export interface Author extends Pick<HasCaller, 'now'> {
  readonly caller: NamedCaller;
}

/** Rejects a value of the input; `extensions.argument` says which. */
export const reject = (argument: string, message: string) =>
  badUserInput(message, { argument: `input.${argument}` });

export const idOf = ({ caller }: Author, key: string): string =>
  `hand:${caller.subject}:${keyOfCaller(caller, key)}`;

export function textWithin(argument: string, text: string, maxLength: number): string {
  const trimmed = text.trim();
  if (trimmed === '') throw reject(argument, `${argument}: it is empty`);
  if (trimmed.length > maxLength)
    throw reject(argument, `${argument}: it is longer than ${maxLength} characters`);
  return trimmed;
}

export const statedNow = ({ caller, now }: Author, id: string, url: string | null) => ({
  knownSince: now,
  recordedAt: now,
  illustrative: false,
  source: {
    id,
    title: `Statement of ${caller.subject}`,
    publisher: null,
    publishedOn: now.toISOString().slice(0, 10),
    url,
    quote: null,
  },
  origin: operatorOrigin,
  audience: 'HOUSE' as const,
});
