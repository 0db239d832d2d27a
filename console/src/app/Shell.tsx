import { AppShell, Box, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { Session } from '../session/session';
import { appTexts } from '../texts/app';
import { ListsInForce } from './ListsInForce';
import { Navigation } from './Navigation';
import { PurposeField } from './PurposeField';
import { SearchBox } from './SearchBox';
import { SessionBar } from './SessionBar';
import { useFocusOnArrival } from './useFocusOnArrival';

/** The frame: search, pages, the signed-in person and the lists in force. */
export function Shell({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(close, [path, close]);
  const content = useFocusOnArrival(path);
  return (
    <AppShell
      header={{ height: { base: 104, sm: 60 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#content">
        {appTexts.skip}
      </a>
      <AppShell.Header px="md" py={8} bg="var(--cordon-surface)">
        <Group h={{ base: 'auto', sm: '100%' }} gap="sm" wrap="wrap">
          <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={appTexts.menu} />
          <Text component={Link} to="/" fw={700} size="lg" c="var(--mantine-color-text)" td="none">
            {appTexts.product}
          </Text>
          <Text size="xs" c="dimmed" ml="auto" hiddenFrom="sm" truncate maw="55%">
            {session.subject} · {appTexts.session.role(session.roles)}
          </Text>
          <Box flex={1} miw={{ base: '100%', sm: 240 }} maw={{ sm: 560 }} style={{ order: 3 }}>
            <SearchBox />
          </Box>
          <Box ml="auto" style={{ order: 4 }} visibleFrom="sm">
            <SessionBar session={session} />
          </Box>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" bg="var(--cordon-surface)">
        <AppShell.Section grow style={{ overflowY: 'auto' }}>
          <Navigation session={session} />
        </AppShell.Section>
        <AppShell.Section>
          <PurposeField key={`${session.issuer} ${session.subject}`} session={session} />
          <ListsInForce session={session} />
          <Box hiddenFrom="sm" mt="sm">
            <SessionBar session={session} />
          </Box>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={content} tabIndex={-1}>
        {children}
      </AppShell.Main>
    </AppShell>
  );
}
