import type { AccountShown } from './accountShown';
import type { ActSubject } from './actForm';

/** The account that is shown, as the subject of an act; of one that ends a measure with it. */
export const subjectOf = ({ id, holdings }: AccountShown, measure?: string): ActSubject => ({
  account: id,
  assets: holdings.map(({ asset }) => asset),
  ...(measure === undefined ? {} : { measure }),
});
