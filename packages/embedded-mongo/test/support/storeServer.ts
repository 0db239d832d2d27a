import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openStore } from '../../src/openStore';

export const { MongoClient } = mongoose.mongo;
export type Db = mongoose.mongo.Db;
export type Collection = mongoose.mongo.Collection;

export interface TestStore {
  readonly url: string;
  readonly client: mongoose.mongo.MongoClient;
  /** A database of this test file's own. */
  readonly db: Db;
  close(): Promise<void>;
}

/** A store for the tests of one file: a server where MONGODB_URL names one, else the embedded store on an empty folder. */
export async function openTestStore(): Promise<TestStore> {
  const given = process.env.MONGODB_URL;
  const folder = given === undefined ? temporaryFolder() : undefined;
  const store = folder === undefined ? undefined : await openStore({ folder });
  const url = given ?? store!.url;
  const client = new MongoClient(url);
  await client.connect();
  const db = client.db(`test_${randomBytes(6).toString('hex')}`);
  const close = async (): Promise<void> => {
    if (given !== undefined) await db.dropDatabase();
    await client.close();
    await store?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { url, client, db, close };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'store-test-'));
}
