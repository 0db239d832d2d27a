import type { Held } from './schemaOracle';

/** A partner as the partner file of this test lists it. */
export interface ListedPartner {
  readonly client: string;
  readonly venue: string;
  readonly scopes: readonly string[];
  readonly exclude?: string;
}

/** One who asks: the claims of a token, and what the oracle concludes from them. */
export interface Caller {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The venue that it is confined to; null for the operator's own. */
  readonly venue: string | null;
  /** Undefined where the gateway must reject it, whatever it asks. */
  readonly held: Held | undefined;
  /** The tag that its contract excludes. */
  readonly exclude: string | undefined;
}

export const partners: readonly ListedPartner[] = [
  {
    client: 'meridian-exchange',
    venue: 'meridian',
    scopes: ['sanctions:read', 'attribution:read', 'enforcement:read'],
    exclude: 'internal',
  },
  { client: 'meridian-archive', venue: 'meridian', scopes: ['enforcement:read', 'claims:read'] },
  {
    client: 'harborlight-custody',
    venue: 'harborlight',
    scopes: ['sanctions:read', 'attribution:read', 'enforcement:read', 'claims:read'],
  },
  { client: 'kestrel-desk', venue: 'kestrel', scopes: ['enforcement:read'], exclude: 'internal' },
];

/** The partner file that lists these; JSON is YAML. */
export const partnerFile = (): string =>
  JSON.stringify({
    version: 1,
    partners: partners.map(({ exclude, ...partner }) => ({
      ...partner,
      ...(exclude === undefined ? {} : { contract: { exclude: [exclude] } }),
    })),
  });

const scopes = [
  'sanctions:read',
  'attribution:read',
  'enforcement:read',
  'claims:read',
  'claims:published',
  'reads:read',
];
const roles = ['analyst', 'approver', 'legal', 'reporting-officer', 'auditor', 'spokesperson'];

/** Makes one who asks, at random: the operator's own, a partner, or one whom the partner file does not know. */
export function randomCaller(random: () => number): Caller {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const some = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);
  const wanted = random() < 0.4 ? scopes : some(scopes, 0.75);
  const scope = wanted.join(' ');
  if (random() < 0.35) {
    const own = [pick(roles), ...some(roles, 0.15)];
    const policies = own.includes('auditor') ? ['policy:auditor'] : [];
    return {
      claims: { sub: pick(['ann', 'bo', 'cy']), roles: own, scope },
      venue: null,
      held: new Set([...wanted.map((one) => `scope:${one}`), ...policies]),
      exclude: undefined,
    };
  }
  const partner = pick(partners);
  // A partner whose token says more than it may: roles of the operator, or the venue of somebody else.
  const role = random() < 0.2 ? ['partner', pick(roles)] : ['partner'];
  const isKnown = random() < 0.9;
  const [client, venue] = isKnown
    ? [partner.client, partner.venue]
    : pick([
        ['nobody', partner.venue],
        [partner.client, pick(['meridian', 'harborlight', 'kestrel'].filter((one) => one !== partner.venue))],
      ] as const);
  const granted = wanted.filter((one) => partner.scopes.includes(one));
  return {
    claims: { sub: client, client_id: client, venue, roles: role, scope },
    venue,
    held: isKnown ? new Set(granted.map((one) => `scope:${one}`)) : undefined,
    exclude: partner.exclude,
  };
}
