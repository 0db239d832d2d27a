import { ask, AskError } from '../../graph/ask';
import { codeOf } from '../../graph/answer';
import {
  FlagDocument,
  FreezeInEmergencyDocument,
  ProposeBlockDocument,
  ProposeForfeitureDocument,
  ProposeFreezeDocument,
  RestrictDocument,
  type TypedDocumentString,
} from '../../graph/generated/graphql';

export interface ActInput {
  readonly account: string;
  readonly processes: readonly string[];
  readonly reason: string;
  /** One for each time that the form is opened: a second press cannot act twice. */
  readonly key: string;
}

/** What an act gave: the proposal that it waits in, or nothing where it was carried out at once. */
export interface ActDone {
  readonly proposal: string | undefined;
}

async function run<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables) {
  const { data, errors } = await ask(document, variables);
  const [refusal] = errors;
  if (refusal) throw new AskError(refusal.message, codeOf(refusal));
  return data;
}

const common = ({ account, processes, reason, key }: ActInput) => ({
  account,
  processes: [...processes],
  reason,
  key,
});

/** The acts on an account, and whether each rests on a legal process. */
export const acts = {
  freeze: {
    basis: true,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await run(ProposeFreezeDocument, { input: common(input) })).freezeAccount?.id,
    }),
  },
  block: {
    basis: true,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await run(ProposeBlockDocument, { input: common(input) })).blockAccount?.id,
    }),
  },
  forfeit: {
    basis: true,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await run(ProposeForfeitureDocument, { input: common(input) })).forfeitAccount?.id,
    }),
  },
  emergencyFreeze: {
    basis: true,
    run: async (input: ActInput): Promise<ActDone> => ({
      proposal: (await run(FreezeInEmergencyDocument, { input: common(input) })).emergencyFreeze?.id,
    }),
  },
  restrict: {
    basis: false,
    run: async ({ account, reason, key }: ActInput): Promise<ActDone> => {
      await run(RestrictDocument, { input: { account, reason, key } });
      return { proposal: undefined };
    },
  },
  flag: {
    basis: false,
    run: async ({ account, reason, key }: ActInput): Promise<ActDone> => {
      await run(FlagDocument, { input: { account, reason, key } });
      return { proposal: undefined };
    },
  },
} as const;

export type ActName = keyof typeof acts;
export const actNames = Object.keys(acts) as readonly ActName[];
