import { assetOfId } from '../../../shared/caip/assets';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { MeasureRecord } from '../measure/measure.record';
import { actDay, newYorkDay } from '../law/newYorkDay.rules';
import type { HoldingValuationRecord } from '../valuation/holdingValuation.record';
import type { VenueRecord } from '../venue/venue.record';

/** The columns of a report on blocked property: what 31 CFR 501.603(b)(1)(ii) asks of each property, as far as Cordon has it. */
export const blockedPropertyColumns = [
  'holder_id',
  'holder_name',
  'account',
  'owner',
  'property',
  'asset',
  'asset_symbol',
  'amount',
  'amount_base_units',
  'amount_note',
  'location',
  'blocked_on',
  'unblocked_on',
  'value_usd',
  'value_time',
  'value_source',
  'value_note',
  'legal_authority',
  'measures',
  'as_of',
  'illustrative',
] as const;

export interface BlockedProperty extends Readonly<Record<(typeof blockedPropertyColumns)[number], string>> {
  /** The restricted records that the row names, `Type:id` each. The log of reads names them. */
  readonly records: readonly string[];
}

/** The amount held, with a remark on its time. */
export interface HeldAmount {
  readonly asset: string;
  /** Base units; null: nobody had observed it. */
  readonly held: string | null;
  readonly note: string;
}

/** All property of one account under the operator's blocks. */
export interface BlockedAccount {
  readonly accountId: string;
  readonly venue: Pick<VenueRecord, '_id' | 'name'>;
  readonly illustrative: boolean;
  /** Not empty, oldest first. */
  readonly blocks: readonly Pick<MeasureRecord, '_id' | 'from' | 'to' | 'assets'>[];
  /** The amounts of each asset of which anything was recorded. */
  readonly holdings: readonly HeldAmount[];
  /** True where an amount known to be zero has a row all the same. */
  readonly withNothing: boolean;
  readonly valuations: readonly Pick<
    HoldingValuationRecord,
    'asset' | 'amount' | 'valuation' | 'illustrative'
  >[];
  /** The bases of the blocks, as far as they may be passed on. */
  readonly processes: readonly Pick<LegalProcessRecord, '_id' | 'kind' | 'docket' | 'authority'>[];
  readonly asOf: Date;
}

const ownerText = "not in Cordon: the holder's records have it under the account";

/**
 * Returns one row for each asset; one without an asset where nobody recorded any. An amount known to be zero
 * is no property.
 */
export function blockedProperty(account: BlockedAccount): BlockedProperty[] {
  const { blocks, holdings, withNothing } = account;
  const whole = blocks.some(({ assets }) => !assets);
  const named = blocks.flatMap(({ assets }) => assets ?? []);
  const reached = new Set([...(whole ? holdings.map(({ asset }) => asset) : []), ...named]);
  if (reached.size === 0) return [rowOf(account, null, null)];
  return [...reached].sort().flatMap((asset) => {
    const found = holdings.find((one) => one.asset === asset) ?? null;
    return found?.held === '0' && !withNothing ? [] : [rowOf(account, asset, found)];
  });
}

/** The blocks that reach an asset; one on the account whole reaches every asset. */
export const reaching = <Block extends Pick<MeasureRecord, 'assets'>>(
  blocks: readonly Block[],
  asset: string | null,
): Block[] => blocks.filter(({ assets }) => !assets || (asset !== null && assets.includes(asset)));

function rowOf(account: BlockedAccount, asset: string | null, found: HeldAmount | null): BlockedProperty {
  const { venue, accountId, blocks, asOf, illustrative, processes } = account;
  const held = found?.held ?? null;
  const facts = asset === null ? null : assetOfId(asset);
  const under = reaching(blocks, asset);
  const ended = under.every(({ to }) => to && to <= asOf);
  return {
    holder_id: venue._id,
    holder_name: venue.name,
    account: accountId,
    owner: ownerText,
    property: 'virtual currency',
    asset: asset ?? '',
    asset_symbol: facts?.symbol ?? '',
    amount: held !== null && typeof facts?.decimals === 'number' ? inUnits(held, facts.decimals) : '',
    amount_base_units: held ?? '',
    amount_note: amountNote(asset, found),
    location: `account ${accountId} at ${venue.name}`,
    blocked_on: under.map(({ from }) => actDay(from)).reduce((a, b) => (a < b ? a : b)),
    unblocked_on: ended ? under.map(({ to }) => actDay(to as Date)).reduce((a, b) => (a > b ? a : b)) : '',
    ...valueOf(account, asset, held),
    legal_authority: legalAuthority(account),
    measures: under.map(({ _id }) => _id).join('; '),
    as_of: asOf.toISOString(),
    illustrative: illustrative ? 'yes: made up, and no fact about anybody' : 'no',
    records: [
      `Account:${accountId}`,
      ...under.map(({ _id }) => `Measure:${_id}`),
      ...processes.map(({ _id }) => `LegalProcess:${_id}`),
    ],
  };
}

function amountNote(asset: string | null, found: HeldAmount | null): string {
  if (asset === null) return 'no holding was recorded by then';
  if (typeof found?.held !== 'string') return 'nobody had observed it by then';
  const undecided = assetOfId(asset).decimals !== null ? '' : 'how many decimals the asset has is not known';
  return [found.note, undecided].filter(Boolean).join('; ');
}

/** Returns the bases that may be shown: nothing discloses that there is another. */
function legalAuthority({ processes }: BlockedAccount): string {
  const shown = processes.map(({ kind, docket, authority }) =>
    [kind, docket, authority].filter(Boolean).join(', '),
  );
  return shown.length > 0 ? shown.join('; ') : 'not shown';
}

/** Base units as a decimal of whole units, exact. */
function inUnits(amount: string, decimals: number): string {
  const digits = amount.padStart(decimals + 1, '0');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return digits.slice(0, digits.length - decimals) + (decimals > 0 && fraction ? `.${fraction}` : '');
}

type Value = Pick<BlockedProperty, 'value_usd' | 'value_time' | 'value_source' | 'value_note'>;

/**
 * The worth by the source with the latest prices: of just this amount, and dated no later than the report. Never a sum or
 * an average, and never without its time and source (DOMAIN, invariant 4).
 */
function valueOf(
  { valuations, asOf, illustrative }: BlockedAccount,
  asset: string | null,
  held: string | null,
): Value {
  const none = { value_usd: '', value_time: '', value_source: '' };
  const dated = valuations
    .filter((one) => one.asset === asset && one.amount === held && (illustrative || !one.illustrative))
    .map(({ valuation }) => ({ ...valuation, by: valuation.time.to ?? '' }))
    .filter(({ by }) => by !== '' && by <= newYorkDay(asOf))
    .sort((a, b) => (a.by < b.by ? 1 : -1));
  const [latest] = dated;
  if (!latest) return { ...none, value_note: 'no dated valuation of this amount was recorded by then' };
  const { usdCents, time, source } = latest;
  return {
    value_usd: inUnits(usdCents, 2),
    value_time: time.text,
    value_source: [source.title, source.publisher, source.publishedOn, source.url].filter(Boolean).join(', '),
    value_note: dated.length > 1 ? `of ${dated.length} valuations that with the latest prices` : '',
  };
}
