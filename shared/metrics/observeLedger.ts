import type { Ledger } from '@cordon/ledger';
import { counter, histogram } from './metric';
import type { Observers } from './observers';

/** Counts what is appended to a ledger, and how long it takes until it is on the disk. */
export function observeLedger<Observed extends Pick<Ledger, 'append' | 'commit' | 'commitAll'>>(
  ledger: Observed,
  name: string,
  { registry }: Pick<Observers, 'registry'>,
): Observed {
  if (!registry) return ledger;
  const events = counter(registry, {
    name: 'cordon_ledger_appends_total',
    help: 'Events that were appended to a ledger.',
    labelNames: ['ledger'],
  });
  const failures = counter(registry, {
    name: 'cordon_ledger_append_failures_total',
    help: 'Appends and commits that ended with an error; a rejected command is one.',
    labelNames: ['ledger'],
  });
  const seconds = histogram(registry, {
    name: 'cordon_ledger_append_seconds',
    help: 'Time until an append or a commit is on the disk. For the ledger `reads`: the time that the log of restricted reads adds to an answer.',
    labelNames: ['ledger'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10],
  });
  // Present from the start, so that a rate includes the first event.
  events.inc({ ledger: name }, 0);
  failures.inc({ ledger: name }, 0);
  const measured = async <Result>(work: Promise<Result>, appended: (result: Result) => number) => {
    const stop = seconds.startTimer({ ledger: name });
    try {
      const result = await work;
      events.inc({ ledger: name }, appended(result));
      return result;
    } catch (error) {
      failures.inc({ ledger: name });
      throw error;
    } finally {
      stop();
    }
  };
  const isNew = ({ appended }: { readonly appended: boolean }) => appended;
  return {
    ...ledger,
    append: (fresh: Parameters<Ledger['append']>[0]) =>
      measured(ledger.append(fresh), (results) => results.filter(isNew).length),
    commit: (command: Parameters<Ledger['commit']>[0]) =>
      measured(ledger.commit(command), (result) => (isNew(result) ? 1 : 0)),
    commitAll: (command: Parameters<Ledger['commitAll']>[0]) =>
      measured(ledger.commitAll(command), (results) => results.filter(isNew).length),
  };
}
