import {
  ActionIcon,
  Button,
  Group,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import type { Session } from '../session/session';
import { signOut } from '../session/session';
import { appTexts } from '../texts/app';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short' });

/** The subject of the session, its role and its end, and the button to sign out. */
export function SessionBar({ session }: { readonly session: Session }) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const { subject, roles, venue, expiresAt } = session;
  const role = appTexts.session.role(roles);
  return (
    <Group gap="xs" wrap="nowrap">
      <div>
        <Text size="sm" fw={600} lh={1.2}>
          {subject}
          {subject === role ? '' : ` · ${role}`}
          {venue ? ` · ${venue}` : ''}
        </Text>
        <Text size="xs" c="dimmed" lh={1.2}>
          {appTexts.session.until(time.format(expiresAt))}
        </Text>
      </div>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={appTexts.session.colors}
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        <span aria-hidden>{scheme === 'dark' ? '☀' : '☾'}</span>
      </ActionIcon>
      <Button variant="default" size="xs" onClick={() => signOut('LEFT')}>
        {appTexts.session.signOut}
      </Button>
    </Group>
  );
}
