import {
  type Checkpoint,
  type KnownKeys,
  LedgerDamaged,
  problemOfProof,
  readCheckpoint,
  readProof,
  type Verification,
  verifyFile,
  verifyStore,
} from '@cordon/ledger';
import {
  describeDifferences,
  type ProjectionComparison,
} from '../../subgraphs/enforcement/projection/compareProjections';
import { withEnforcement, withGateway } from '../databases/withDatabases';
import { exitCodes, usageError } from '../command/commandError';
import { readText, unreadable } from '../command/readText';
import { withDecisions } from './decisionsLedger';
import { ownPublicKeys, readPublicKey } from './ledgerKeys';
import { ledgerConfig, type LedgerOptions, ledgerOf, type OpenLedger, withLedger } from './openLedger';

export interface VerifyOptions extends LedgerOptions {
  readonly file?: string;
  readonly checkpoint?: string;
  readonly proof?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/**
 * `cordon ledger verify`: exit 0 where it holds, 1 where it does not. The stored ledger is verified with its views: what
 * they say is what is served.
 */
export async function runVerify(options: VerifyOptions): Promise<void> {
  if (options.proof !== undefined && options.file !== undefined)
    throw usageError('--proof is of one event and --file of a whole ledger: give one of them');
  const config = ledgerConfig(options);
  const name = ledgerOf(options);
  const keys = options.key === undefined ? ownPublicKeys(config) : [readPublicKey(options.key)];
  const known = { ledger: name, keys };
  const given = options.checkpoint === undefined ? undefined : readText(options.checkpoint);
  const outside = given === undefined ? undefined : readCheckpoint(given, known);
  let found: Found | undefined;
  if (outside && 'problem' in outside) found = rejected(`the checkpoint does not count: ${outside.problem}`);
  else if (options.proof !== undefined)
    found = verifyProof(readText(options.proof), outside?.checkpoint, known);
  else if (options.file !== undefined) found = await verifyLines(options.file, outside?.checkpoint);
  else {
    await withLedger(config, { name, keys }, async (ledger) => {
      const chain = await verifyStored(ledger, outside?.checkpoint);
      found = chain.ok ? await withRows[name](chain, ledger) : chain;
    });
  }
  if (!found) throw new Error('the verification did not come to an end');
  show(found, options);
}

function show(found: Found, { json }: VerifyOptions): void {
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : asText(found));
  process.exitCode = found.ok ? exitCodes.done : exitCodes.failed;
}

/** The result of a verification, with the views that differ or were not compared. */
interface Found extends Verification {
  readonly views?: Omit<ProjectionComparison, 'rows'>;
}

/** The views of a ledger that holds, as far as each has come. */
async function withViews(chain: Verification, { target }: OpenLedger): Promise<Found> {
  try {
    const { rows: _, ...compared } = await withEnforcement(target, ({ compare }) => compare());
    const { total, omitted, behind } = compared;
    if (total === 0) return omitted.length + behind.length > 0 ? { ...chain, views: compared } : chain;
    const reason = `${describeDifferences(compared)}: \`cordon ledger rebuild\` mends them`;
    return { ...chain, ok: false, reason, views: compared };
  } catch (error) {
    return withDamage(chain, error);
  }
}

/** The log of restricted reads, with the rows that it is searched by. */
async function withReadRows(chain: Verification, { target }: OpenLedger): Promise<Verification> {
  try {
    await withGateway(target, ({ readRows }) => readRows.compare());
    return chain;
  } catch (error) {
    return withDamage(chain, error);
  }
}

/** The decisions on matches, as their ledger makes them. */
async function withDecisionRows(chain: Verification, { target }: OpenLedger): Promise<Verification> {
  try {
    const { differences } = await withDecisions(target, (decisions) => decisions.compare());
    if (differences === 0) return chain;
    const reason = `${differences} decisions differ: \`cordon ledger rebuild --ledger decisions\` mends them`;
    return { ...chain, ok: false, reason };
  } catch (error) {
    return withDamage(chain, error);
  }
}

const withRows = { enforcement: withViews, reads: withReadRows, decisions: withDecisionRows };

function withDamage(chain: Verification, error: unknown): Verification {
  if (!(error instanceof LedgerDamaged)) throw error;
  return { ...chain, ok: false, firstBadSequence: error.sequence, reason: error.message };
}

async function verifyLines(file: string, outside: Checkpoint | undefined): Promise<Verification> {
  try {
    return await verifyFile(file, outside ? [outside] : []);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** The stored events, against the stored checkpoints and the one that was given. */
async function verifyStored(ledger: OpenLedger, outside: Checkpoint | undefined): Promise<Verification> {
  // Read before the events: what is signed meanwhile covers events that this may not see.
  const stored = await ledger.checkpoints.all();
  const signed = stored.flatMap(({ read }) => ('checkpoint' in read ? [read.checkpoint] : []));
  const found = await verifyStore(ledger.events, outside ? [...signed, outside] : signed);
  const misfit = stored.find(
    ({ sequence, read }) => !('checkpoint' in read) || read.checkpoint.sequence !== sequence,
  );
  if (!found.ok || !misfit) return found;
  const why = 'problem' in misfit.read ? misfit.read.problem : 'it stands in the place of another';
  return {
    ...found,
    ok: false,
    reason: `the stored checkpoint at event ${misfit.sequence} does not count: ${why}`,
  };
}

/** Without a checkpoint from outside, the one in the proof counts: its signature is checked all the same. */
function verifyProof(text: string, outside: Checkpoint | undefined, known: KnownKeys): Verification {
  const proof = readProof(text);
  if (!proof) return rejected('the proof does not have the form of one');
  const within = readCheckpoint(proof.checkpoint, known);
  if (!outside && 'problem' in within)
    return rejected(`the proof's checkpoint does not count: ${within.problem}`);
  const checkpoint = outside ?? ('checkpoint' in within ? within.checkpoint : undefined);
  if (!checkpoint) return rejected('there is no checkpoint');
  const problem = problemOfProof(proof, checkpoint);
  const head = checkpoint.hash;
  if (!problem) return { ok: true, events: 1, head, firstBadSequence: null, reason: null };
  return { ok: false, events: 0, head, firstBadSequence: problem.sequence, reason: problem.reason };
}

const rejected = (reason: string): Verification => ({
  ok: false,
  events: 0,
  head: null,
  firstBadSequence: null,
  reason,
});

function asText({ ok, events, head, firstBadSequence, reason, views }: Found): string {
  const notCompared = views ? viewsNotCompared(views) : '';
  if (ok)
    return `ok: ${events} ${events === 1 ? 'event' : 'events'}${head === null ? '' : `, head ${head}`}\n${notCompared}`;
  const where = firstBadSequence === null ? '' : ` (the first that is bad: ${firstBadSequence})`;
  return `NOT ok: ${reason ?? ''}${where}\n${notCompared}`;
}

/** Lines for the views that another version made, and those that are behind the head. */
function viewsNotCompared({ omitted, behind }: Pick<ProjectionComparison, 'omitted' | 'behind'>): string {
  const upTo = behind.map(({ view, sequence }) => `${view} (up to event ${sequence})`);
  const made = 'another version of Cordon made them, and a server makes them anew when it starts';
  return [
    ...(omitted.length > 0 ? [`views not compared: ${omitted.join(', ')}: ${made}\n`] : []),
    ...(upTo.length > 0
      ? [`views behind the head: ${upTo.join(', ')}: compared as far as they have come\n`]
      : []),
  ].join('');
}
