import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';

/** Longer than any rebuild takes, in milliseconds: what is older was left by one that was killed. */
const abandonedAfter = 3_600_000;
const named = /^rebuild_(\d+)_[0-9a-f]{8}_/;

/** Does work with collections of its own, whose names begin with a prefix, and removes them afterwards. */
export async function besideTheLive<Result>(
  connection: Connection,
  work: (prefix: string) => Promise<Result>,
): Promise<Result> {
  await drop(connection, (at) => Date.now() - at > abandonedAfter);
  const prefix = `rebuild_${Date.now()}_${randomBytes(4).toString('hex')}_`;
  try {
    return await work(prefix);
  } finally {
    await drop(connection, (_, name) => name.startsWith(prefix));
  }
}

async function drop(connection: Connection, which: (madeAt: number, name: string) => boolean): Promise<void> {
  for (const { name } of await connection.listCollections()) {
    const madeAt = named.exec(name)?.[1];
    if (madeAt !== undefined && which(Number(madeAt), name)) await connection.dropCollection(name);
  }
}
