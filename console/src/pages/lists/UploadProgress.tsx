import { Badge, Box, Progress, Text } from '@mantine/core';
import { uploadTexts } from '../../texts/uploads';
import type { ListUploadShownFragment } from '../../graph/generated/graphql';
import { useRefetchOnChange } from './useRefetchOnChange';

type Shown = Pick<ListUploadShownFragment, 'state' | 'progress' | 'problem'>;

const colours: Partial<Record<Shown['state'], string>> = {
  WAITING: 'orange',
  DONE: 'green',
  FAILED: 'red',
  REJECTED: 'red',
  CUT_OFF: 'red',
  EXPIRED: 'gray',
};

/** The states of an upload that change by themselves. */
const isMoving = ({ state }: Pick<Shown, 'state'>): boolean =>
  state === 'RECEIVING' || state === 'CHECKING' || state === 'APPROVED';

/** Returns how soon uploads are read again, in milliseconds: false where none changes by itself. */
export const refetchMoving = (uploads: readonly Pick<Shown, 'state'>[]): number | false =>
  uploads.some(isMoving) ? 1_000 : false;

/** Shows the state of an upload, its progress and its problem. */
export function UploadProgress({ state, progress, problem }: Shown) {
  useRefetchOnChange(state);
  const share = progress?.of ? ((progress.done ?? 0) / progress.of) * 100 : undefined;
  return (
    <Box miw={220} mb="xs">
      <Badge variant="light" color={colours[state] ?? 'blue'}>
        {uploadTexts.states[state]}
      </Badge>
      {progress ? <Text size="xs">{progress.text}</Text> : null}
      {share === undefined ? null : <Progress value={share} aria-label={uploadTexts.checking} size="sm" />}
      {problem ? (
        <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {problem}
        </Text>
      ) : null}
    </Box>
  );
}
