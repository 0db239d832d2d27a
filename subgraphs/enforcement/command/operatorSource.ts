import type { SourceFact } from '../vocabulary/factForms';

/**
 * On whose word are the acts of the operator itself. The same for all: which process an act rests on must not show in a
 * source that everybody sees.
 */
export const operatorSource: SourceFact = {
  id: 'cordon:command',
  title: 'Recorded in Cordon',
  publisher: null,
  publishedOn: null,
  url: null,
  quote: null,
};
