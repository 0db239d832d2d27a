import { carryOut } from '../../graph/carryOut';
import {
  CorrectRetentionHoldDocument,
  LiftRetentionHoldDocument,
  PlaceRetentionHoldDocument,
} from '../../graph/generated/graphql';
import type { Recording } from '../../recording/RecordButton';
import { givenOf, idsOf, textOf, type Typed, type TypedField } from '../../recording/typed';
import { recordingTexts as texts } from '../../texts/recording';

const accounts: TypedField = { name: 'accounts', label: texts.accounts, kind: 'IDS', required: true };
const processes: TypedField = { name: 'processes', label: texts.processes, kind: 'IDS' };
const reason: TypedField = { name: 'reason', label: texts.reason, kind: 'TEXT', required: true };
const event: TypedField = {
  name: 'event',
  label: texts.event,
  kind: 'NUMBER',
  hint: texts.eventHint,
  required: true,
};

const processesOf = (typed: Typed) => {
  const ids = idsOf(typed, 'processes');
  return ids.length > 0 ? ids : null;
};

export const placing: Recording = {
  label: texts.placeHold,
  fields: [accounts, processes, reason],
  send: (typed, key) =>
    carryOut(PlaceRetentionHoldDocument, {
      input: {
        key,
        accounts: idsOf(typed, 'accounts'),
        processes: processesOf(typed),
        reason: textOf(typed, 'reason'),
      },
    }),
};

/** The hold that is lifted or corrected. */
interface HoldInPlace {
  readonly id: string;
  readonly accountIds: readonly string[];
  readonly reason: string;
}

export const lifting = ({ id }: HoldInPlace): Recording => ({
  label: texts.liftHold,
  fields: [reason],
  send: (typed, key) =>
    carryOut(LiftRetentionHoldDocument, { input: { key, hold: id, reason: textOf(typed, 'reason') } }),
});

export const correcting = ({ id, accountIds, reason: holdReason }: HoldInPlace): Recording => ({
  label: texts.correctHold,
  fields: [
    event,
    accounts,
    { ...processes, hint: texts.unchanged },
    { name: 'holdReason', label: texts.holdReason, kind: 'TEXT' },
    reason,
  ],
  initial: { accounts: accountIds, holdReason },
  send: (typed, key) =>
    carryOut(CorrectRetentionHoldDocument, {
      input: {
        key,
        id,
        event: Number(textOf(typed, 'event')),
        accounts: idsOf(typed, 'accounts'),
        processes: processesOf(typed),
        holdReason: givenOf(typed, 'holdReason'),
        reason: textOf(typed, 'reason'),
      },
    }),
});
