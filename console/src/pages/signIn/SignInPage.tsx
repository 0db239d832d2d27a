import { Alert, Button, Center, Code, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readConsoleSettings } from '../../session/consoleSettings';
import { leaveForSignIn, type OidcSettings } from '../../session/oidc';
import { signIn, type SignedOut } from '../../session/session';
import { appTexts } from '../../texts/app';

const { signIn: texts } = appTexts;

/** Shown in place of every page while nobody is signed in; the address stays, so that signing in leads back to it. */
export function SignInPage({ why }: { readonly why: SignedOut }) {
  const { data, isError } = useQuery({
    queryKey: ['settings'],
    queryFn: readConsoleSettings,
    staleTime: Infinity,
  });
  const oidc = data?.oidc;
  return (
    <Center mih="100dvh" p="md" component="main">
      <Paper className="surface" p="xl" maw={520} w="100%">
        <Stack>
          <Title order={1} size="h2">
            {texts.title}
          </Title>
          <Text>{texts[why]}</Text>
          {isError ? <Alert color="red" title={texts.unavailable} /> : null}
          {oidc ? <ProviderButton oidc={oidc} /> : null}
          {oidc === null ? <TokenForm /> : null}
        </Stack>
      </Paper>
    </Center>
  );
}

/** Leaves for the provider; reports a provider that cannot be reached. */
function ProviderButton({ oidc }: { readonly oidc: OidcSettings }) {
  const leaving = useMutation({
    mutationFn: () => leaveForSignIn(oidc, `${location.pathname}${location.search}`),
  });
  return (
    <>
      <Button loading={leaving.isPending} onClick={() => leaving.mutate()}>
        {texts.provider}
      </Button>
      {leaving.isError ? (
        <Alert color="red" title={texts.providerFailed}>
          {leaving.error.message}
        </Alert>
      ) : null}
    </>
  );
}

function TokenForm() {
  const [token, setToken] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn(token.trim());
      }}
    >
      <Stack>
        <Text size="sm">{texts.development}</Text>
        <Code block tabIndex={0}>
          npm run -s cordon -- token --role analyst --link
        </Code>
        <Textarea
          label={texts.paste}
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          autosize
          minRows={2}
          maxRows={4}
        />
        <Button type="submit" disabled={token.trim() === ''}>
          {texts.useToken}
        </Button>
      </Stack>
    </form>
  );
}
