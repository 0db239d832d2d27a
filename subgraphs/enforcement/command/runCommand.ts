import type { Approval } from '@cordon/ledger';
import DataLoader from 'dataloader';
import { ZodError, z } from 'zod';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { callerKey } from '../../../shared/identity/callerKey';
import { requirePermission } from '../../../shared/identity/permissions';
import type { CommandContext } from './command.context';
import { type EventPayload, eventOf, type EventType, readEvent } from '../ledger/events';
import { enforcementPermissions } from '../permissions';
import { digestOf, plainInput, requireDistinct, requireUnicode, requireWords } from './plainInput';

/** The decision of a command: one event, so that all of it is recorded or nothing. */
export interface Decision {
  readonly type: EventType;
  readonly payload: EventPayload;
  /** The row that it makes or changes: what the mutation answers with. */
  readonly id: string;
  /** Omitted: the caller. */
  readonly maker?: string;
  readonly approvals?: readonly Approval[];
  /** The time at which it held in the world; omitted: now. */
  readonly happenedAt?: Date;
}

export interface Command {
  /** The name of the mutation. */
  readonly name: keyof typeof enforcementPermissions;
  /** The idempotency key, the caller's own: nobody finds out whether another used it. */
  readonly key: string;
  /** All else that the mutation was given. */
  readonly input: object;
  /**
   * The ids that it reads and changes: commands with nothing in common are decided at once. Omitted:
   * everything.
   */
  readonly about?: readonly string[];
  /** Decides on the state that the stores hold now; called again where another writer was first. Throws its rejection. */
  decide(): Promise<Decision>;
}

export interface Recorded {
  /** The event's place in the ledger: what a correction names. */
  readonly event: number;
  readonly id: string;
  readonly recordedAt: Date;
  /** True where the command had been done before, with this key. */
  readonly repeated: boolean;
}

const maxKeyLength = 200;

/**
 * Runs a command: checks the caller's permission, decides on the state at the head of the ledger, appends one
 * event, and lets the projections follow. A rejected command writes nothing.
 * @throws CordonError ROLE_MISSING, IDEMPOTENCY_KEY_REUSED, BAD_USER_INPUT, and the rejections of `decide`
 */
export async function runCommand(context: CommandContext, command: Command): Promise<Recorded> {
  const { caller, ledger, catchUp, now } = context;
  const { name, key } = command;
  requirePermission(caller, name, enforcementPermissions[name]);
  if (key.length === 0 || key.length > maxKeyLength) {
    throw badUserInput(`key has ${key.length} characters: it may have 1 to ${maxKeyLength}`, {
      argument: 'key',
    });
  }
  requireUnicode(key);
  const input = plainInput(command.input);
  requireWords(input);
  requireDistinct(input);
  const digest = digestOf({ name, input });
  const { event, appended } = await ledger.commit({
    key: `command:${digestOf([callerKey(caller), key])}`,
    ...(command.about ? { scope: command.about } : {}),
    async decide(head) {
      await catchUp(head.sequence);
      const { id, type, payload, maker, approvals, happenedAt } = await wellFormed(command.decide);
      return wellFormed(async () =>
        eventOf({
          type,
          payload: { ...payload, command: { name, digest, id } },
          maker: maker ?? caller.subject,
          happenedAt: (happenedAt ?? now).toISOString(),
          ...(approvals ? { approvals } : {}),
        }),
      );
    },
  });
  const { payload, recordedAt, sequence } = readEvent(event);
  if (payload.command?.digest !== digest) {
    throw new CordonError(
      'IDEMPOTENCY_KEY_REUSED',
      `the key ${JSON.stringify(key)} was used for something else`,
      {
        argument: 'key',
      },
    );
  }
  await catchUp(sequence);
  forget(context);
  return { event: sequence, id: payload.command.id, recordedAt, repeated: !appended };
}

/**
 * Clears the request's loaders: values read before its command may not hold after it. A request may have
 * several commands.
 */
function forget(context: CommandContext): void {
  for (const part of Object.values(context)) if (part instanceof DataLoader) part.clearAll();
}

/** Texts that are empty or ids that are too long come from the client: the form of the event says what is wrong. */
async function wellFormed<Result>(make: () => Promise<Result>): Promise<Result> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ZodError) throw badUserInput(z.prettifyError(error));
    throw error;
  }
}
