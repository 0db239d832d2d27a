import type { Disclosure, LegalProcessKind, RecordLegalProcessInput } from '../../graph/generated/graphql';
import { processTexts } from '../../texts/processes';
import { instantOf, isDay } from '../../parts/day';

export interface ProcessForm {
  readonly kind: LegalProcessKind | null;
  readonly authority: string;
  readonly docket: string;
  readonly law: string;
  readonly issued: string;
  readonly served: string;
  readonly expiry: string;
  readonly disclosure: Disclosure;
  readonly mayNotify: boolean;
  readonly accounts: readonly string[];
  /** Subjects of the operator's own people. */
  readonly audience: readonly string[];
}

/**
 * The initial form of a process: it is restricted, and its subject must not be told, until somebody changes
 * that.
 */
export const emptyForm: ProcessForm = {
  kind: null,
  authority: '',
  docket: '',
  law: '',
  issued: '',
  served: '',
  expiry: '',
  disclosure: 'RESTRICTED',
  mayNotify: false,
  accounts: [],
  audience: [],
};

export type FormProblems = { readonly [Field in keyof ProcessForm]?: string };

/** The problems that keep a form from being sent, by field. */
export function problemsOf(form: ProcessForm): FormProblems {
  const { kind, authority, accounts, issued, served, expiry } = form;
  const days = Object.entries({ issued, served, expiry }).filter(([, day]) => day !== '' && !isDay(day));
  return {
    ...(kind === null ? { kind: processTexts.needed } : {}),
    ...(authority.trim() === '' ? { authority: processTexts.needed } : {}),
    ...(accounts.length === 0 ? { accounts: processTexts.needed } : {}),
    ...Object.fromEntries(days.map(([field]) => [field, processTexts.badDate])),
  };
}

/** The input of a form without problems. */
export function inputOf(
  form: ProcessForm & { readonly kind: LegalProcessKind },
  key: string,
): RecordLegalProcessInput {
  const { kind, authority, docket, law, issued, served, expiry, disclosure, mayNotify } = form;
  return {
    key,
    kind,
    authority: authority.trim(),
    docket: docket.trim() || null,
    law: law.trim() || null,
    issued: instantOf(issued),
    served: instantOf(served),
    expiry: instantOf(expiry),
    disclosure,
    mayNotify,
    scope: [...form.accounts],
    audience: [...form.audience],
  };
}
