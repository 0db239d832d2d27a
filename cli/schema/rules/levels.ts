import { usageError } from '../../command/commandError';
import { type FindingDraft, levels } from '../finding/finding';
import type { SchemaCheckConfig } from '../input/checkConfig';

/**
 * Applies the configured levels by code. A lint rule may get any level. Other levels may only be raised:
 * lowering one would pass every such change, which takes an approval of the one change.
 */
export function applyLevels(
  findings: readonly FindingDraft[],
  { levels: configured }: SchemaCheckConfig,
  file: string | undefined,
): readonly FindingDraft[] {
  return findings.flatMap((finding): readonly FindingDraft[] => {
    const level = configured[finding.code];
    if (level === undefined) return [finding];
    if (finding.kind !== 'lint' && (level === 'off' || levels.indexOf(level) > levels.indexOf(finding.level)))
      throw usageError(
        `${file ?? 'the configuration'}: levels.${finding.code}: ${finding.kind} findings can only be raised; approve the one change instead`,
      );
    return level === 'off' ? [] : [{ ...finding, level }];
  });
}
