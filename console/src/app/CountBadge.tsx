import { Badge } from '@mantine/core';

export interface CountBadgeProps {
  /** Undefined: it could not be read. */
  readonly count: number | undefined;
  /** True where not all were read. */
  readonly more?: boolean;
  readonly label: (count: string) => string;
  readonly unknown: string;
}

/** Counts what waits for this person; `?` where it could not be read, and `+` where not all were. */
export function CountBadge({ count, more = false, label, unknown }: CountBadgeProps) {
  if (count === undefined)
    return (
      <Badge color="gray" aria-label={unknown}>
        ?
      </Badge>
    );
  if (count === 0 && !more) return null;
  const text = `${count}${more ? '+' : ''}`;
  return <Badge aria-label={label(text)}>{text}</Badge>;
}
