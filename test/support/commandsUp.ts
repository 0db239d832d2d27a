import type { Identity } from '../../shared/identity/identity';
import { type EnforcementUp, enforcementUp } from './enforcementUp';
import { accountFact, draft, heldFact, processFact, venueFact } from './enforcementFacts';
import { audienceName } from '../../subgraphs/enforcement/legalProcess/audienceName';
import { callerOf } from './identities';
import type { Role } from '../../shared/identity/roles';
import type { ProcessFact } from '../../subgraphs/enforcement/legalProcess/legalProcess.facts';

/** The answer as a client sees it: read field by field in the tests. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in enforcementUp
type Json = any;

export const eth = 'eip155:1/slip44:60';
export const btc = 'bip122:000000000019d6689c085ae165831e93/slip44:0';

/** A person of a role: a token of its own, and a subject that may be another's. */
export const person = (role: Role, subject: string, venue: string | null = null): Identity => ({
  ...callerOf(role, venue),
  subject,
});

/** An audience of callers, as an event has it. */
export const audienceOf = (...callers: readonly Identity[]) => callers.map(audienceName);

export const ann = person('analyst', 'ann');
export const ben = person('approver', 'ben');
export const lea = person('legal', 'lea');

export interface CommandsUp extends EnforcementUp {
  /** The time that the subgraph and its ledger tell. */
  readonly clock: { now: Date };
  /** Time goes by. */
  pass(hours: number): void;
  /** Runs a mutation; the answer whole. `fields` is what is asked of what it gives. */
  act(mutation: string, input: object, caller?: Identity): Promise<Json>;
  /** Returns the result of a mutation; fails where it is rejected. */
  done(mutation: string, input: object, caller?: Identity): Promise<Json>;
  /** The code of the rejection; fails where it is carried out, or writes. */
  rejectionOf(mutation: string, input: object, caller?: Identity): Promise<string>;
  /** Proposes by Ann and approves by Ben: the decided proposal. */
  agreed(mutation: string, input: object): Promise<Json>;
  approval(proposal: { readonly id: string; readonly digest: string }, over?: object): object;
  process(given: Pick<ProcessFact, 'id' | 'scope'> & Partial<ProcessFact>): Promise<void>;
  statusOf(account: string, asOf?: Date): Promise<string>;
}

const proposalFields =
  '{ id command state digest draft proposer checker expires measureId emergency accounts { id } }';
const recordedFields = '{ event id repeated }';
const inputTypes: Readonly<Record<string, string>> = {
  freezeAccount: 'FreezeInput',
  emergencyFreeze: 'FreezeInput',
  blockAccount: 'MeasureActInput',
  forfeitAccount: 'MeasureActInput',
  seizeAccount: 'SeizeInput',
  releaseMeasure: 'ReleaseInput',
  transferAmount: 'TransferInput',
  approveProposal: 'DecisionInput',
  rejectProposal: 'DecisionInput',
  confirmEmergencyFreeze: 'DecisionInput',
};

const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The text of a mutation by its name. */
export function mutationText(mutation: string): string {
  const proposes = inputTypes[mutation];
  return `mutation($input: ${proposes ?? `${capital(mutation)}Input`}!) {
    ${mutation}(input: $input) ${proposes ? proposalFields : recordedFields} }`;
}

let keys = 0;
/** A key that no other command of a test has. */
export const newKey = () => `key-${++keys}`;

/** The subgraph with two venues, some accounts, and a clock that a test sets. */
export async function commandsUp(): Promise<CommandsUp> {
  const clock = { now: new Date('2024-06-01T00:00:00Z') };
  const up = await enforcementUp(() => clock.now);
  const act: CommandsUp['act'] = (mutation, input, caller = ann) =>
    up.ask(mutationText(mutation), { input: { key: newKey(), ...input } }, caller);
  const done: CommandsUp['done'] = async (mutation, input, caller) => {
    const answer = await act(mutation, input, caller);
    if (answer.errors) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`);
    return answer.data[mutation];
  };
  const approval: CommandsUp['approval'] = ({ id, digest }, over = {}) => ({ proposal: id, digest, ...over });
  await up.record(
    draft('VENUE_REGISTERED', { venues: [venueFact('kestrel'), venueFact('meridian')] }),
    draft('ACCOUNT_REGISTERED', {
      accounts: ['kestrel:1', 'kestrel:2', 'kestrel:3', 'meridian:1'].map(accountFact),
      holdings: [heldFact('kestrel:1', eth, '1000'), heldFact('kestrel:2', eth, '500')],
    }),
  );
  return {
    ...up,
    clock,
    pass(hours) {
      clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
    },
    act,
    done,
    async rejectionOf(mutation, input, caller) {
      const before = await up.database.ledger.head();
      const answer = await act(mutation, input, caller);
      const after = await up.database.ledger.head();
      if (after.sequence !== before.sequence) throw new Error(`${mutation} wrote an event`);
      if (!answer.errors) throw new Error(`${mutation} was not rejected`);
      return answer.errors[0].extensions.code;
    },
    async agreed(mutation, input) {
      return done('approveProposal', approval(await done(mutation, input)), ben);
    },
    approval,
    async process(given) {
      await up.record(draft('PROCESS_RECORDED', { processes: [processFact(given)] }));
    },
    async statusOf(account, asOf) {
      const query = 'query($id: ID!, $asOf: DateTime) { account(id: $id) { status(asOf: $asOf) } }';
      return (await up.data(query, { id: account, asOf: asOf?.toISOString() ?? null })).account.status;
    },
  };
}
