import type { ConsoleSettings } from './consoleSettings';
import { signIn } from './session';

export type OidcSettings = NonNullable<ConsoleSettings['oidc']>;

const returnPath = '/signed-in';

async function managerOf({ issuer, client }: OidcSettings) {
  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
  return new UserManager({
    authority: issuer,
    client_id: client,
    redirect_uri: `${location.origin}${returnPath}`,
    scope: 'openid',
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
  });
}

/** Leaves for the provider (authorization code with PKCE), and comes back to `returnPath`. */
export async function leaveForSignIn(settings: OidcSettings, backTo: string): Promise<void> {
  await (await managerOf(settings)).signinRedirect({ state: backTo });
}

/** Completes a sign-in on the page that the provider sent the person back to; gives the path to go on to. */
export async function completeSignIn(settings: OidcSettings): Promise<string> {
  const manager = await managerOf(settings);
  const user = await manager.signinRedirectCallback();
  // The token is kept in one place; the provider's copy is not needed again.
  await manager.removeUser();
  signIn(user.access_token);
  return typeof user.state === 'string' && user.state.startsWith('/') && !user.state.startsWith('//')
    ? user.state
    : '/';
}
