import { Alert } from '@mantine/core';
import type { cutOf } from './completeness';

/** Warns that a search was cut, and how; shows nothing where it was complete. */
export function CutNote({ cut }: { readonly cut: ReturnType<typeof cutOf> }) {
  if (!cut) return null;
  return (
    <Alert color="orange" variant="light" title={cut.kind} role="note">
      {cut.text}
    </Alert>
  );
}
