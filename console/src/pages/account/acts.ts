import { carryOut } from '../../graph/carryOut';
import {
  ClearMeasureDocument,
  FlagDocument,
  FreezeInEmergencyDocument,
  ProposeBlockDocument,
  ProposeForfeitureDocument,
  ProposeFreezeDocument,
  ProposeReleaseDocument,
  ProposeSeizureDocument,
  ProposeTransferDocument,
  RestrictDocument,
} from '../../graph/generated/graphql';
import { AskError } from '../../graph/ask';
import { instantOf } from '../../parts/day';
import { accountTexts } from '../../texts/account';
import { type ActField, type ActForm, type ActSubject, amountsOf } from './actForm';

/** An act as it is sent. */
export interface ActInput {
  readonly subject: ActSubject;
  readonly form: ActForm;
  /** One for each time that the form is opened: a second press cannot act twice. */
  readonly key: string;
}

/** The proposal that is to be decided; undefined where it is done at once. */
export type ProposalMade = string | undefined;

export interface Act {
  readonly fields: readonly ActField[];
  /** True where it only proposes, for another person to approve. */
  readonly proposes: boolean;
  readonly run: (input: ActInput) => Promise<ProposalMade>;
}

const given = ({ form, key }: ActInput) => ({ reason: form.reason.trim(), key });

const onAccount = (input: ActInput) => ({
  ...given(input),
  account: input.subject.account,
  processes: [...input.form.processes],
});

const withUntil = (input: ActInput) => ({ ...onAccount(input), until: instantOf(input.form.until) });

/** The measure that an act ends. */
function measureOf({ subject }: ActInput): string {
  if (subject.measure === undefined) throw new Error('this act is on a measure');
  return subject.measure;
}

/** The one amount that a transfer is of. */
function oneAmount({ form, subject }: ActInput) {
  const [amount, ...others] = amountsOf(form, subject);
  if (!amount || others.length > 0) throw new AskError(accountTexts.oneAmount, 'BAD_USER_INPUT');
  return amount;
}

/** The acts on an account. */
export const accountActs = {
  freeze: {
    fields: ['basis', 'until'],
    proposes: true,
    run: async (input) =>
      (await carryOut(ProposeFreezeDocument, { input: withUntil(input) })).freezeAccount.id,
  },
  block: {
    fields: ['basis'],
    proposes: true,
    run: async (input) => (await carryOut(ProposeBlockDocument, { input: onAccount(input) })).blockAccount.id,
  },
  seize: {
    fields: ['basis', 'amounts'],
    proposes: true,
    run: async (input) => {
      const amounts = amountsOf(input.form, input.subject);
      const seizure = { ...onAccount(input), amounts };
      return (await carryOut(ProposeSeizureDocument, { input: seizure })).seizeAccount.id;
    },
  },
  forfeit: {
    fields: ['basis'],
    proposes: true,
    run: async (input) =>
      (await carryOut(ProposeForfeitureDocument, { input: onAccount(input) })).forfeitAccount.id,
  },
  transfer: {
    fields: ['amounts', 'to', 'basis'],
    proposes: true,
    run: async (input) => {
      const { form, subject } = input;
      const to = form.to.trim() || null;
      const transfer = { from: subject.account, to, processes: [...form.processes], ...oneAmount(input) };
      return (await carryOut(ProposeTransferDocument, { input: { ...given(input), ...transfer } }))
        .transferAmount.id;
    },
  },
  emergencyFreeze: {
    fields: ['basis', 'until'],
    proposes: false,
    run: async (input) =>
      (await carryOut(FreezeInEmergencyDocument, { input: withUntil(input) })).emergencyFreeze.id,
  },
  restrict: {
    fields: ['until'],
    proposes: false,
    run: async (input) => {
      const { subject, form } = input;
      const restriction = { ...given(input), account: subject.account, until: instantOf(form.until) };
      await carryOut(RestrictDocument, { input: restriction });
      return undefined;
    },
  },
  flag: {
    fields: ['grounds'],
    proposes: false,
    run: async (input) => {
      const { claims, rule } = input.form;
      const grounds = { claims: [...claims], rule: rule.trim() || null };
      await carryOut(FlagDocument, {
        input: { ...given(input), account: input.subject.account, ...grounds },
      });
      return undefined;
    },
  },
} as const satisfies Readonly<Record<string, Act>>;

/** The acts that end a measure. */
export const measureActs = {
  release: {
    fields: ['endReason', 'basis', 'amounts'],
    proposes: true,
    run: async (input) => {
      const { endReason, processes } = input.form;
      if (endReason === null) throw new AskError(accountTexts.needsEndReason, 'BAD_USER_INPUT');
      const amounts = amountsOf(input.form, input.subject);
      const release = { measure: measureOf(input), endReason, processes: [...processes], amounts };
      return (await carryOut(ProposeReleaseDocument, { input: { ...given(input), ...release } }))
        .releaseMeasure.id;
    },
  },
  clear: {
    fields: [],
    proposes: false,
    run: async (input) => {
      await carryOut(ClearMeasureDocument, { input: { ...given(input), measure: measureOf(input) } });
      return undefined;
    },
  },
} as const satisfies Readonly<Record<string, Act>>;

export const acts: Readonly<Record<ActName, Act>> = { ...accountActs, ...measureActs };

export type ActName = keyof typeof accountActs | keyof typeof measureActs;
export const accountActNames = Object.keys(accountActs) as readonly (keyof typeof accountActs)[];
