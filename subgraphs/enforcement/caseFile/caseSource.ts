import type { CaseFolder } from '../../../shared/case/caseFolder';
import type { SourceFact } from '../vocabulary/factForms';
import { sourceFact } from '../vocabulary/sourceFact';

/** The case itself, on whose word are the facts that name no other source. */
export const caseSource = ({ name, title }: CaseFolder): SourceFact => sourceFact({ id: name, title });
