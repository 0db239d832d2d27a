import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { Span } from '../tracing/tracing';
import { counter, histogram } from './metric';
import type { Observers } from './observers';

/** The part of a driver's event that is used: never the filter or the documents. */
interface CommandStarted {
  readonly requestId: number;
  readonly connectionId?: string | number | bigint;
  readonly databaseName: string;
  readonly commandName: string;
  readonly command: Readonly<Record<string, unknown>>;
}

/** Counts and traces the commands of a database. */
export function observeStore(connection: Connection, { registry, tracing }: Observers): void {
  if (!registry && !tracing) return;
  const client = connection.getClient();
  const database = connection.name;
  const count = registry && commandMetrics(registry);
  const spans = new Map<string, Span>();
  const keyOf = ({ connectionId = '', requestId }: Pick<CommandStarted, 'connectionId' | 'requestId'>) =>
    `${connectionId} ${requestId}`;
  if (tracing)
    client.on('commandStarted', (event) => {
      const collection: unknown = event.command[event.commandName];
      const name = typeof collection === 'string' ? `${event.commandName} ${collection}` : event.commandName;
      const span = tracing.startUnder(name, {
        'db.system.name': 'mongodb',
        'db.namespace': event.databaseName,
        'db.operation.name': event.commandName,
        'db.collection.name': typeof collection === 'string' ? collection : undefined,
      });
      if (span) spans.set(keyOf(event), span);
    });
  const take = (event: Pick<CommandStarted, 'connectionId' | 'requestId'>) => {
    const span = spans.get(keyOf(event));
    spans.delete(keyOf(event));
    return span;
  };
  client.on('commandSucceeded', (event) => {
    take(event)?.end();
    count?.({ database, command: event.commandName, outcome: 'succeeded' }, event.duration);
  });
  client.on('commandFailed', (event) => {
    take(event)?.fail(event.failure.name);
    count?.({ database, command: event.commandName, outcome: 'failed' }, event.duration);
  });
}

function commandMetrics(registry: Registry) {
  const commands = counter(registry, {
    name: 'cordon_store_commands_total',
    help: 'Commands to the store, by database and outcome.',
    labelNames: ['database', 'command', 'outcome'],
  });
  const seconds = histogram(registry, {
    name: 'cordon_store_command_seconds',
    help: 'Time in which the store answers a command.',
    labelNames: ['database'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  });
  return (labels: { database: string; command: string; outcome: string }, ms: number) => {
    commands.inc(labels);
    seconds.observe({ database: labels.database }, ms / 1_000);
  };
}
