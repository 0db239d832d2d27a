import { carryOut } from '../../graph/carryOut';
import {
  FlagDocument,
  FreezeInEmergencyDocument,
  ProposeBlockDocument,
  ProposeForfeitureDocument,
  ProposeFreezeDocument,
  RestrictDocument,
} from '../../graph/generated/graphql';

export interface ActInput {
  readonly account: string;
  readonly processes: readonly string[];
  readonly reason: string;
  /** One for each time that the form is opened: a second press cannot act twice. */
  readonly key: string;
}

/** The outcome of an act: the proposal that is to be decided, or nothing where there is none. */
export interface ActDone {
  readonly proposal: string | undefined;
}

const common = ({ account, processes, reason, key }: ActInput) => ({
  account,
  processes: [...processes],
  reason,
  key,
});

/** The acts on an account: whether each rests on a legal process, and whether it only proposes. */
export const acts = {
  freeze: {
    basis: true,
    proposes: true,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await carryOut(ProposeFreezeDocument, { input: common(input) })).freezeAccount.id,
    }),
  },
  block: {
    basis: true,
    proposes: true,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await carryOut(ProposeBlockDocument, { input: common(input) })).blockAccount.id,
    }),
  },
  forfeit: {
    basis: true,
    proposes: true,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await carryOut(ProposeForfeitureDocument, { input: common(input) })).forfeitAccount.id,
    }),
  },
  emergencyFreeze: {
    basis: true,
    proposes: false,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await carryOut(FreezeInEmergencyDocument, { input: common(input) })).emergencyFreeze.id,
    }),
  },
  restrict: {
    basis: false,
    proposes: false,
    run: async ({ account, reason, key }: ActInput): Promise<ActDone> => {
      await carryOut(RestrictDocument, { input: { account, reason, key } });
      return { proposal: undefined };
    },
  },
  flag: {
    basis: false,
    proposes: false,
    run: async ({ account, reason, key }: ActInput): Promise<ActDone> => {
      await carryOut(FlagDocument, { input: { account, reason, key } });
      return { proposal: undefined };
    },
  },
} as const;

export type ActName = keyof typeof acts;
export const actNames = Object.keys(acts) as readonly ActName[];
