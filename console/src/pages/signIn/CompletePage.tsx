import { Alert, Center, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { readConsoleSettings } from '../../session/consoleSettings';
import { completeSignIn } from '../../session/oidc';
import { appTexts } from '../../texts/app';

async function complete(): Promise<string> {
  const { oidc } = await readConsoleSettings();
  return oidc ? completeSignIn(oidc) : '/';
}

/** The page to which the provider sends people back. */
export function CompletePage() {
  const navigate = useNavigate();
  const [fault, setFault] = useState<string>();
  const began = useRef(false);
  useEffect(() => {
    // The provider's code counts once.
    if (began.current) return;
    began.current = true;
    complete().then(
      (path) => navigate({ href: path, replace: true }),
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
  }, [navigate]);
  return (
    <Center mih="100dvh" component="main">
      <Stack>
        <Title order={1}>{appTexts.signIn.title}</Title>
        {fault ? (
          <Alert color="red" title={appTexts.signIn.failed}>
            {fault}
          </Alert>
        ) : (
          <Text>{appTexts.signIn.completing}</Text>
        )}
      </Stack>
    </Center>
  );
}
