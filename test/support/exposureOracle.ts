import type { TaintMethod } from '../../subgraphs/attribution/tracing/engine/taint/taintMethod';
import {
  compareOrigins,
  type Happening,
  inOrder,
  lay,
  type Lot,
  type NamedWallet,
  type Origin,
  outputsInOrder,
  sumOf,
  take,
  walletsOf,
  whoIs,
} from './taintOracle';

export interface OracleQuestion {
  readonly subject: string;
  readonly direction: 'IN' | 'OUT';
  readonly method: TaintMethod;
  readonly maxHops: number;
  readonly until: number;
  readonly claims: ReadonlyMap<string, readonly NamedWallet[]>;
  readonly hubs: ReadonlySet<string>;
}

/** An end as the sweep sees it: a wallet whose funds mix, or one that stands for a cause or for owners. */
type Party =
  | { readonly kind: 'open'; readonly wallet: string }
  | { readonly kind: 'named'; readonly named: readonly NamedWallet[] }
  | { readonly kind: 'cause'; readonly cause: string };

const isAlways = ({ from, until }: NamedWallet) => from === -Infinity && until === Infinity;

// ---------- which wallets are looked into ----------

function rolesOf(happenings: readonly Happening[], question: OracleQuestion): Map<string, string> {
  const { subject, direction, maxHops, until, claims, hubs } = question;
  const isIn = direction === 'IN';
  const roles = new Map<string, string>();
  /** By wallet: the best time over ways of up to so many hops. */
  let times = new Map([[subject, isIn ? until : -Infinity]]);
  for (let hop = 1; hop <= maxHops; hop++) {
    const next = new Map(times);
    for (const [wallet, time] of times) {
      if (wallet !== subject && roles.get(wallet) !== 'OPEN') continue;
      for (const { at, inputs, outputs } of happenings) {
        const near = walletsOf(isIn ? outputs : inputs);
        if (at > until || !near.includes(wallet) || (isIn ? at > time : at < time)) continue;
        const isOther = (other: string) =>
          other !== subject && other !== wallet && !claims.get(other)?.some(isAlways);
        const isBetter = (known: number | undefined) =>
          known === undefined || (isIn ? at > known : at < known);
        walletsOf(isIn ? inputs : outputs)
          .filter((other) => isOther(other) && isBetter(next.get(other)))
          .forEach((other) => next.set(other, at));
      }
    }
    for (const wallet of next.keys()) {
      if (wallet === subject || roles.has(wallet)) continue;
      roles.set(wallet, hubs.has(wallet) ? 'HUB' : hop < maxHops ? 'OPEN' : 'HOPS');
    }
    times = next;
  }
  return roles;
}

// ---------- what happens to the funds ----------

interface Simulation {
  readonly question: OracleQuestion;
  readonly roles: ReadonlyMap<string, string>;
  readonly happenings: readonly Happening[];
}

interface Outcome {
  /** The amounts that arrived at ends, with the parties; under POISON several origins may bear one amount. */
  readonly arrivals: readonly {
    readonly party: Party;
    readonly amount: bigint;
    readonly origins: readonly Origin[];
  }[];
  readonly held: ReadonlyMap<string, readonly Lot[]>;
}

function partyOf({ question, roles }: Simulation, wallet: string | null, at: number): Party {
  if (wallet === null) return { kind: 'cause', cause: 'NOBODY' };
  if (wallet === question.subject) return { kind: 'cause', cause: 'SUBJECT' };
  const named = (question.claims.get(wallet) ?? []).filter(({ from, until }) => from <= at && at <= until);
  if (named.length > 0) return { kind: 'named', named };
  const role = roles.get(wallet) ?? 'HOPS';
  return role === 'OPEN' ? { kind: 'open', wallet } : { kind: 'cause', cause: role };
}

/** Returns the origin of the funds that an end pays. */
function originOf(party: Party, direction: 'IN' | 'OUT'): Origin {
  if (direction === 'OUT') {
    const isSubject = party.kind === 'cause' && party.cause === 'SUBJECT';
    return isSubject ? { named: [], who: '', cause: 'SUBJECT', straight: true } : other;
  }
  if (party.kind === 'named')
    return { named: party.named, who: whoIs(party.named), cause: '', straight: true };
  const cause = party.kind === 'cause' ? party.cause : 'UNSEEN';
  const told = cause === 'SUBJECT' ? 'OWN' : cause === 'NOBODY' ? 'UNSEEN' : cause;
  return { named: [], who: '', cause: told, straight: false };
}
/** OUT: whatever is not the subject's. */
const other: Origin = { named: [], who: '', cause: 'UNSEEN', straight: false };
const issued = (direction: 'IN' | 'OUT'): Origin =>
  direction === 'OUT' ? other : { named: [], who: '', cause: 'ISSUED', straight: false };
const kept = (lot: Lot): Lot => ({ ...lot, origin: { ...lot.origin, straight: false } });

function simulate(simulation: Simulation): Outcome {
  const { question, happenings } = simulation;
  const { method, direction } = question;
  const held = new Map<string, readonly Lot[]>();
  const arrivals: { party: Party; amount: bigint; origins: Origin[] }[] = [];
  const pay = (party: Party, amount: bigint): readonly Lot[] => {
    if (party.kind !== 'open') return [{ origin: originOf(party, direction), amount }];
    const { rest, paid } = take(method, held.get(party.wallet) ?? [], amount, other);
    held.set(party.wallet, rest);
    return paid;
  };
  const give = (party: Party, paid: readonly Lot[]) => {
    if (party.kind === 'open')
      held.set(party.wallet, lay(method, held.get(party.wallet) ?? [], paid.map(kept)));
    else for (const { origin, amount } of paid) arrivals.push({ party, amount, origins: [origin] });
  };
  for (const { at, isUtxo, inputs, outputs } of happenings) {
    if (!isUtxo) {
      const payer = partyOf(simulation, inputs[0]!.wallet, at);
      const payee = partyOf(simulation, outputs[0]!.wallet, at);
      if (inputs[0]!.wallet !== outputs[0]!.wallet && outputs[0]!.amount > 0n)
        give(payee, pay(payer, inputs[0]!.amount));
      continue;
    }
    let within: readonly Lot[] = [];
    for (const { wallet, amount } of inputs) {
      if (amount > 0n) within = lay(method, within, pay(partyOf(simulation, wallet, at), amount), true);
    }
    const isNew = sumOf(inputs) === 0n;
    for (const { wallet, amount } of outputsInOrder(method, outputs)) {
      if (amount === 0n) continue;
      const { rest, paid } = take(method, within, amount, isNew ? issued(direction) : other);
      within = rest;
      give(partyOf(simulation, wallet, at), paid);
    }
    for (const { origin, amount } of within)
      arrivals.push({ party: { kind: 'cause', cause: 'FEE' }, amount, origins: [origin] });
  }
  return { arrivals, held };
}

/** POISON: by wallet, all taints that ever met it. */
function simulatePoison(simulation: Simulation): Outcome {
  const { question, happenings } = simulation;
  const poison = new Map<string, readonly Origin[]>();
  const arrivals: { party: Party; amount: bigint; origins: Origin[] }[] = [];
  const borneBy = (party: Party): readonly Origin[] =>
    party.kind === 'open' ? (poison.get(party.wallet) ?? []) : [originOf(party, question.direction)];
  const isTaint = ({ cause }: Origin) => cause === '' || cause === 'SUBJECT';
  for (const { at, isUtxo, inputs, outputs } of happenings) {
    const payers = inputs
      .filter(({ amount }) => amount > 0n)
      .map(({ wallet }) => partyOf(simulation, wallet, at));
    const origins = distinct(payers.flatMap(borneBy).filter(isTaint));
    const fee = { wallet: 'FEE', amount: sumOf(inputs) - sumOf(outputs) };
    for (const { wallet, amount } of [...outputs, ...(isUtxo ? [fee] : [])]) {
      if (amount <= 0n) continue;
      const party: Party =
        wallet === 'FEE' ? { kind: 'cause', cause: 'FEE' } : partyOf(simulation, wallet, at);
      if (party.kind !== 'open') arrivals.push({ party, amount, origins });
      else {
        const met = [
          ...(poison.get(party.wallet) ?? []),
          ...origins.map((origin) => ({ ...origin, straight: false })),
        ];
        poison.set(party.wallet, distinct(met));
      }
    }
  }
  return { arrivals, held: new Map() };
}

const distinct = (origins: readonly Origin[]) =>
  origins.filter((one, at) => !origins.slice(0, at).some((each) => compareOrigins(one, each) === 0));

// ---------- the answer ----------

interface OracleRow {
  readonly name: string;
  readonly amount: bigint;
  readonly direct: bigint;
  readonly indirect: bigint;
  readonly contested: bigint;
}

interface OracleExposure {
  readonly total: bigint;
  readonly attributed: bigint;
  readonly byOwner: readonly OracleRow[];
  readonly byCategory: readonly OracleRow[];
  readonly rest: Readonly<Record<string, bigint>>;
}

interface Named {
  readonly amount: bigint;
  readonly by: readonly { readonly named: readonly NamedWallet[]; readonly straight: boolean }[];
}

function rowsOf(named: readonly Named[], namesOf: (claim: NamedWallet) => readonly string[]): OracleRow[] {
  const names = new Set(named.flatMap(({ by }) => by.flatMap((each) => each.named.flatMap(namesOf))));
  const sumWhere = (is: (each: Named['by'][number]) => boolean) =>
    sumOf(named.filter(({ by }) => by.some(is)));
  return [...names]
    .map((name) => {
      const has = (each: Named['by'][number]) => each.named.some((claim) => namesOf(claim).includes(name));
      return {
        name,
        amount: sumWhere(has),
        direct: sumWhere((each) => has(each) && each.straight),
        indirect: sumWhere((each) => has(each) && !each.straight),
        contested: sumWhere((each) => has(each) && new Set(each.named.map(({ owner }) => owner)).size > 1),
      };
    })
    .sort((a, b) => (a.amount === b.amount ? (a.name < b.name ? -1 : 1) : a.amount > b.amount ? -1 : 1));
}

/** A transfer to oneself is none. */
const movesSomething = ({ isUtxo, inputs, outputs }: Happening) =>
  isUtxo || inputs[0]!.wallet !== outputs[0]!.wallet;

/** The exposure of a wallet in one asset; all happenings are of that asset. */
export function oracleExposure(all: readonly Happening[], question: OracleQuestion): OracleExposure {
  const happenings = all.filter(movesSomething);
  const { direction, method, subject, until } = question;
  const roles = rolesOf(happenings, question);
  const isIn = direction === 'IN';
  const isLookedAt = (happening: Happening) => {
    const ends = [...walletsOf(happening.inputs), ...walletsOf(happening.outputs)];
    const near = walletsOf(isIn ? happening.outputs : happening.inputs);
    return (
      happening.at <= until && (near.includes(subject) || ends.some((wallet) => roles.get(wallet) === 'OPEN'))
    );
  };
  const looked = inOrder(happenings.filter(isLookedAt));
  const simulation = { question, roles, happenings: looked };
  const { arrivals, held } = method === 'POISON' ? simulatePoison(simulation) : simulate(simulation);
  const named: Named[] = [];
  const rest: Record<string, bigint> = {};
  const add = (cause: string, amount: bigint) => (rest[cause] = (rest[cause] ?? 0n) + amount);
  for (const { party, amount, origins } of arrivals) {
    const isSubject = party.kind === 'cause' && party.cause === 'SUBJECT';
    if (isIn && isSubject) {
      const by = origins.filter(({ cause }) => cause === '');
      if (by.length > 0) named.push({ amount, by });
      else add(method === 'POISON' ? 'UNTAINTED' : origins[0]!.cause, amount);
    }
    const ours = origins.filter(({ cause }) => cause === 'SUBJECT');
    if (isIn || ours.length === 0) continue;
    if (party.kind === 'named') {
      named.push({ amount, by: ours.map(({ straight }) => ({ named: party.named, straight })) });
    } else if (party.kind === 'cause') add(isSubject ? 'RETURNED' : party.cause, amount);
  }
  if (!isIn) {
    for (const lots of held.values()) {
      for (const { origin, amount } of lots) if (origin.cause === 'SUBJECT') add('HELD', amount);
    }
  }
  const paid = happenings.filter(({ at }) => at <= until);
  const ends = paid.flatMap(({ inputs, outputs }) => (isIn ? outputs : inputs));
  return {
    total: sumOf(ends.filter(({ wallet }) => wallet === subject)),
    attributed: sumOf(named),
    byOwner: rowsOf(named, ({ owner }) => [owner]),
    byCategory: rowsOf(named, ({ categories }) => categories),
    rest,
  };
}
