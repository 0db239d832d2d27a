import { z } from 'zod';
import { readYamlFile } from '../../../shared/yaml/readYamlFile';

const text = z.string('a text is expected').trim().min(1, 'a text is expected');

const approval = z.strictObject({
  fingerprint: z
    .string('the fingerprint of a finding is expected')
    .regex(/^[\w:-]{8,}$/, 'the fingerprint of a finding is expected'),
  owner: text,
  reason: text,
  /** The last day on which it counts, in UTC. */
  expires: z.iso.date('a day is expected, such as 2027-01-31'),
});

const approvalFile = z.strictObject({
  version: z.literal(1, 'version 1 is expected'),
  approvals: z.array(approval),
});

/** A reviewed decision that one change may pass. */
export type Approval = z.infer<typeof approval>;

/** Reads the approvals (`version: 1`). Throws YamlFileError with file, line and what is expected. */
export function readApprovals(file: string): readonly Approval[] {
  return readYamlFile(file, approvalFile).value.approvals;
}
