import { Badge, Stack, Text } from '@mantine/core';
import { ListsInForceDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { mayRead } from '../session/mayDo';
import type { Session } from '../session/session';
import { appTexts } from '../texts/app';
import { RouteLink } from '../parts/RouteLink';

/** The list versions in force, with their age: every answer depends on them. */
export function ListsInForce({ session }: { readonly session: Session }) {
  const reads = mayRead(session, 'sanctions:read');
  const { data, isError, isFetching } = useAsk(ListsInForceDocument, {}, { enabled: reads, staleMs: 60_000 });
  if (!reads) return null;
  const lists = data?.data.sanctionsLists;
  return (
    <Stack gap={2} role="group" aria-label={appTexts.lists.label}>
      <RouteLink to="/lists" size="xs" fw={600}>
        {appTexts.lists.label}
      </RouteLink>
      {isError || (data && !lists) ? <Text size="xs">{appTexts.lists.unavailable}</Text> : null}
      {lists?.length === 0 ? (
        <Text size="xs" c="dimmed">
          {isFetching ? appTexts.lists.readAgain : appTexts.lists.none}
        </Text>
      ) : null}
      {lists?.map(({ id, version, ageDays, stale }) => (
        <Text key={id} size="xs">
          {appTexts.lists.inForce(id, version, ageDays ?? null)}{' '}
          {stale ? (
            <Badge size="xs" color="orange" variant="light">
              {appTexts.lists.stale}
            </Badge>
          ) : null}
        </Text>
      ))}
    </Stack>
  );
}
