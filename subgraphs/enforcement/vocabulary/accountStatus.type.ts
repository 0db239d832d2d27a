import { registerEnumType } from 'type-graphql';
import type { AccountStatus } from './measureKinds';

export const AccountStatusEnum = {
  OPEN: 'OPEN',
  FLAGGED: 'FLAGGED',
  RESTRICTED: 'RESTRICTED',
  FROZEN: 'FROZEN',
  BLOCKED: 'BLOCKED',
  SEIZED: 'SEIZED',
  FORFEITED: 'FORFEITED',
} as const satisfies { readonly [Name in AccountStatus]: Name };
registerEnumType(AccountStatusEnum, {
  name: 'AccountStatus',
  description: 'The strongest measure in force on an account. Weakest first.',
  valuesConfig: {
    OPEN: { description: 'No measure is in force.' },
    FLAGGED: { description: 'Somebody, or a rule, found a cause for review.' },
    RESTRICTED: { description: 'The owner is limited in what it can do, for a time.' },
    FROZEN: { description: 'Nothing can be moved, on a legal process; it can lapse.' },
    BLOCKED: { description: 'Blocked under sanctions, without end date; title stays with the owner.' },
    SEIZED: { description: 'In the hands of an authority.' },
    FORFEITED: { description: 'Title has passed by a final order.' },
  },
});
