import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Identity } from '../../shared/identity/identity';
import { createLogger } from '../../shared/logger/logger';
import { type EventDraft, eventOf } from '../../subgraphs/enforcement/ledger/events';
import { importCase } from '../../subgraphs/enforcement/import/importCase';
import { connectEnforcement, type EnforcementDatabase } from '../../subgraphs/enforcement/connectEnforcement';
import { openEnforcement } from '../../subgraphs/enforcement/openEnforcement';
import { callerOf } from './identities';
import { databasesOn, openTestStore, type TestStore } from './openTestStore';

/** The answer as a client would see it: through JSON. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read field by field in the tests
type Json = any;

export interface EnforcementUp {
  readonly database: EnforcementDatabase;
  readonly records: EnforcementDatabase['records'];
  /** Appends events; the next answer reflects them. */
  record(...events: readonly EventDraft[]): ReturnType<EnforcementDatabase['ledger']['append']>;
  ask(query: string, variables?: Record<string, unknown>, caller?: Identity): Promise<Json>;
  /** The data of an answer without errors. */
  data(query: string, variables?: Record<string, unknown>, caller?: Identity): Promise<Json>;
  importCase(folder: string): ReturnType<typeof importCase>;
  close(): Promise<void>;
}

/**
 * The enforcement subgraph over a real store, at a given time; `recordedAt` is the clock of what is recorded. The store is
 * one of its own, or the one that it is to be `on`; or it opens `existing` databases, which it leaves open.
 */
export async function enforcementUp(
  now: Date | (() => Date) = new Date('2024-06-01T00:00:00Z'),
  {
    recordedAt,
    on,
    existing,
    ledgerKey,
  }: {
    readonly recordedAt?: () => Date;
    readonly on?: TestStore;
    readonly existing?: TestStore;
    readonly ledgerKey?: string;
  } = {},
): Promise<EnforcementUp> {
  const store = existing ?? (on ? databasesOn(on) : await openTestStore());
  const database = await connectEnforcement({ ...store, ...(recordedAt ? { now: recordedAt } : {}) });
  const subgraph = await openEnforcement({
    ...store,
    logger: createLogger('enforcement', 'silent'),
    now: typeof now === 'function' ? now : () => now,
    ...(ledgerKey === undefined ? {} : { ledgerKey }),
  });
  const ask: EnforcementUp['ask'] = async (query, variables = {}, caller = callerOf('analyst')) =>
    JSON.parse(JSON.stringify(await subgraph.execute({ query, variables }, caller)));
  return {
    database,
    records: database.records,
    record: (...events) => database.ledger.append(events.map(eventOf)),
    ask,
    async data(query, variables, caller) {
      const answer = await ask(query, variables, caller);
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    importCase: (folder) => importCase(database, folder),
    async close() {
      await subgraph.close();
      await database.connection.close();
      if (!existing) await store.close();
    },
  };
}

const caseYaml = `name: small
title: A small case
sources:
  memo: { title: A memo }
`;

/** A case folder of the given files; `case.yaml` has one source, `memo`. */
export function writeCase(files: Readonly<Record<string, string>>): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-case-'));
  for (const [name, text] of Object.entries({ 'case.yaml': caseYaml, ...files })) {
    writeFileSync(join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
