import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runRevoke } from '../../../../cli/token/revoke';
import { temporaryFolder } from '../../../support/temporaryFolder';

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

it('a revocation for an issuer that is not configured is rejected, since it would revoke nothing', async () => {
  const issuers = join(temporaryFolder(), 'issuers.yaml');
  writeFileSync(
    issuers,
    'version: 1\nissuers:\n  - { issuer: "https://one.example", audience: a, jwks: j }\n',
  );
  process.env['CORDON_ISSUERS'] = issuers;
  await expect(runRevoke({ client: 'desk', issuer: 'https://one.exampel' })).rejects.toThrow(
    '--issuer https://one.exampel: CORDON_ISSUERS or CORDON_ISSUER names no such issuer, but https://one.example',
  );
});
