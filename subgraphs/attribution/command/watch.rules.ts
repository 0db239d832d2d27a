import { readWallet } from '../../../shared/caip/wallet';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { keyOfCaller, type NamedCaller } from './keyOfCaller.rules';
import { feedOf } from '../monitoring/feed.rules';
import type { WatchInput } from './watch.input';
import type { WatchRecord } from '../monitoring/watch.record';
import type { Tenant } from '../vocabulary/tenant';
import { venueOfAccount } from '../vocabulary/tenant';
import { checkTenant } from '../vocabulary/tenant';

/** A watch before its first evaluation. */
export type WatchAsked = Omit<
  WatchRecord,
  'baseline' | 'baselineSeq' | 'checked' | 'checkedAt' | 'foundAtFirst'
>;

interface Asker {
  readonly tenant: Tenant;
  readonly caller: NamedCaller;
  readonly now: Date;
}

const rejectArgument = (argument: string, message: string) =>
  badUserInput(`${argument}: ${message}`, { argument: `input.${argument}` });

/** Checks what a watch is asked with. Throws BAD_USER_INPUT that names the value, and WATCH_NOT_ALLOWED. */
export function watchAsked(input: WatchInput, { tenant, caller, now }: Asker): WatchAsked {
  const key = keyOfCaller(caller, input.key);
  const label = input.label.trim();
  if (label === '' || label.length > 200) throw rejectArgument('label', 'it is not 1 to 200 characters');
  const feed = feedOf(tenant);
  return {
    _id: `${feed}:${key}`,
    feed,
    tenant,
    ...readSubject(input, tenant),
    label,
    createdAt: now,
    createdBy: caller.subject,
    endedAt: null,
  };
}

type Subject = Pick<WatchRecord, 'subjectKind' | 'subjectId'>;

function readSubject({ wallet, account, actor }: WatchInput, tenant: Tenant): Subject {
  const given = [wallet, account, actor].filter((one) => one !== null && one !== undefined);
  if (given.length !== 1)
    throw rejectArgument(
      'wallet',
      `one of wallet, account and actor is watched, and ${given.length} are given`,
    );
  if (typeof wallet === 'string') {
    const read = readWallet(wallet);
    if ('problem' in read)
      throw rejectArgument('wallet', `${quoteInput(wallet)} is not an address: ${read.problem}`);
    return { subjectKind: 'WALLET', subjectId: read.wallet.id };
  }
  if (typeof account === 'string') {
    checkTenant(account, tenant);
    if (venueOfAccount(account) === null)
      throw rejectArgument('account', 'an account is <venue id>:<pseudonym>');
    return { subjectKind: 'ACCOUNT', subjectId: account };
  }
  if (tenant !== null)
    throw new CordonError('WATCH_NOT_ALLOWED', 'a venue may watch wallets, and its own accounts');
  if (!/^[a-z0-9-]+:\S{1,400}$/.test(actor ?? ''))
    throw rejectArgument('actor', 'an actor is <where from>:<id there>, such as ofac:27307');
  return { subjectKind: 'ACTOR', subjectId: actor ?? '' };
}

/** Rejects a key that was used before, unless its watch is the one asked for now and not ended. */
export function checkSameWatch(there: WatchAsked, asked: WatchAsked): void {
  const isSame =
    there.subjectKind === asked.subjectKind &&
    there.subjectId === asked.subjectId &&
    there.label === asked.label &&
    !there.endedAt;
  if (isSame) return;
  throw new CordonError(
    'WATCH_KEY_TAKEN',
    'this key was used for a watch of something else, or one that has ended: make a new key for a new watch',
    { argument: 'input.key' },
  );
}
