import 'reflect-metadata';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MeasureRecord } from '../../../../subgraphs/enforcement/measure/measure.record';
import { action, withApprovals } from '../../../support/commandModel';
import {
  checkActs,
  checkDuties,
  checkKnowledge,
  checkMoved,
  checkState,
} from '../../../support/commandInvariants';
import { CommandWorld } from '../../../support/commandWorld';

/** Sequences of commands; many more by `npm run test:commands`. */
const sequences = Number(process.env['COMMAND_SEQUENCES'] ?? 1000);

const ends = (measures: readonly MeasureRecord[]) =>
  new Map(measures.map((one) => [one._id, one.to?.getTime() ?? null]));

it(
  'whatever people try, in whatever order, every invariant of DOMAIN.md holds',
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 14 }), async (actions) => {
        const world = new CommandWorld();
        for (const one of withApprovals(actions)) {
          const before = { events: world.store.events.length, ends: ends(world.measures()) };
          const held = world.inForce();
          const { touches, rejected } = await world.try(one);
          const said = rejected ?? one.do;
          seen.set(said, (seen.get(said) ?? 0) + 1);
          // Invariant 5: the ledger only grows, by one event for a command, and by none for what is rejected.
          const grown = world.store.events.length - before.events;
          assert(grown === 0 || (grown === 1 && !rejected && one.do !== 'pass'));
          checkActs(
            world,
            world.measures().filter(({ _id }) => !before.ends.has(_id)),
          );
          // Invariant 10: what ends, or is prolonged, is what the command is about, and nothing beside it.
          const changed = world
            .measures()
            .filter(
              ({ _id, to }) => before.ends.has(_id) && before.ends.get(_id) !== (to?.getTime() ?? null),
            );
          for (const measure of changed) assert(touches(measure), `${measure._id} was changed by ${one.do}`);
          if (grown === 1) checkMoved(world, held);
          checkState(world);
        }
        await checkKnowledge(world);
        checkDuties(world);
      }),
      { numRuns: sequences },
    );
    // The sequences reach what they are to try, or this test would say nothing.
    for (const said of [
      'CHECKER_IS_MAKER',
      'PROPOSAL_CHANGED',
      'ALREADY_DECIDED',
      'BASIS_EXPIRED',
      'NOT_IN_SCOPE',
      'UNKNOWN_ENTITY',
      'PROCESS_IN_USE',
      'HOLD_MISSING',
      'ACCOUNT_HELD',
      'EMERGENCY_USED',
      'amend',
      'hold',
      'lift',
      'value',
      'decide',
      'release',
    ]) {
      expect([said, seen.has(said)]).toEqual([said, true]);
    }
  },
  120_000 + sequences * 100,
);
