import { Badge } from '@mantine/core';
import { partTexts } from '../texts/parts';

const statusColors: Readonly<Record<string, string>> = {
  OPEN: 'green',
  FLAGGED: 'yellow',
  RESTRICTED: 'orange',
  FROZEN: 'tide',
  BLOCKED: 'red',
  SEIZED: 'red',
  FORFEITED: 'violet',
  PENDING: 'yellow',
  APPROVED: 'green',
  REJECTED: 'red',
  LATE: 'red',
  MET: 'green',
  UNDETERMINED: 'orange',
};

export interface StatusBadgeProps {
  readonly status: string;
  /** The days of the view, where they are not today. */
  readonly view?: string | undefined;
}

/** A status as the schema has it. */
export function StatusBadge({ status, view }: StatusBadgeProps) {
  return (
    <Badge
      variant="light"
      color={statusColors[status] ?? 'gray'}
      style={{ flexShrink: 0, minWidth: 'max-content' }}
    >
      {status}
      {view ? ` (${view})` : ''}
    </Badge>
  );
}

/** Marks made-up data. */
export function Illustrative({ when }: { readonly when: boolean }) {
  if (!when) return null;
  return (
    <Badge
      variant="default"
      size="sm"
      title={partTexts.illustrativeLong}
      style={{ flexShrink: 0, minWidth: 'max-content' }}
    >
      {partTexts.illustrative}
    </Badge>
  );
}
