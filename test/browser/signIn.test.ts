import { describeInBrowser } from '../support/browser/chromium';
import { type OidcIssuer, openOidcIssuer } from '../support/browser/oidcIssuer';
import { type ConsoleUp, openConsole } from '../support/browser/openConsole';

describeInBrowser('sign-in at an OpenID Connect provider', () => {
  let issuer: OidcIssuer;
  let up: ConsoleUp;
  beforeAll(async () => {
    issuer = await openOidcIssuer({
      subject: 'ada@example.org',
      client: 'cordon-console',
      audience: 'cordon',
      claims: { roles: ['analyst'], scope: 'sanctions:read attribution:read enforcement:read' },
    });
    up = await openConsole({
      CORDON_OIDC_ISSUER: issuer.url,
      CORDON_OIDC_CLIENT: 'cordon-console',
      CORDON_ISSUER: issuer.url,
      CORDON_JWKS: issuer.jwks,
    });
  });
  afterAll(async () => {
    await up.close();
    await issuer.close();
  });

  it('leads back to the page that was asked for, with a token that the gateway takes', async () => {
    const page = await up.openPage();
    await page.goto(`${up.url}/accounts?status=FROZEN`);
    await page.getByRole('button', { name: /sign in with your organisation/i }).click();
    await page.getByRole('link', { name: /continue/i }).click();
    await page.waitForURL(`${up.url}/accounts?status=FROZEN`);
    await page
      .getByRole('table', { name: /accounts/i })
      .getByText('meridian:acct-1001')
      .waitFor();
    await page
      .getByRole('banner')
      .getByText(/ada@example.org/)
      .filter({ visible: true })
      .waitFor();
    // No other host but the provider's.
    const elsewhere = up.takeComplaints().filter((complaint) => !complaint.includes(issuer.url));
    expect(elsewhere).toEqual([]);
    // The provider's own copy of the token is not kept.
    const kept: Record<string, string> = await page.evaluate('({ ...sessionStorage })');
    expect(Object.keys(kept).filter((key) => key.startsWith('oidc.'))).toEqual([]);
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  it('signs nobody in by a code that this tab did not ask for', async () => {
    const page = await up.openPage();
    await page.goto(`${up.url}/signed-in?code=stolen&state=unknown`);
    await page.getByText(/signing in failed/i).waitFor();
    await page.goto(`${up.url}/accounts`);
    await page.getByRole('heading', { name: /sign in/i }).waitFor();
  });

  it('says that the provider cannot be reached', async () => {
    const page = await up.openPage();
    await page.route(`${issuer.url}/**`, (route) => route.abort());
    await page.goto(`${up.url}/accounts`);
    await page.getByRole('button', { name: /sign in with your organisation/i }).click();
    await page.getByRole('alert').waitFor();
  });
});
