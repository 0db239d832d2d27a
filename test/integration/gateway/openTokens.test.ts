import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { memoryProofs } from '../../../gateway/tokens/memoryProofs';
import { openTokens } from '../../../gateway/tokens/openTokens';
import { createLogger } from '../../../shared/logger/logger';
import { operatorRoles } from '../../../shared/identity/roles';
import { testIssuer } from '../../support/gatewayTokens';
import { temporaryFolder } from '../../support/temporaryFolder';

const fileOf = (issuer: string) =>
  `version: 1\nissuers:\n  - { issuer: "${issuer}", audience: cordon, jwks: jwks.json }\n`;

it('an issuer that is removed while the revocations are first read is accepted no more', async () => {
  const folder = temporaryFolder();
  const issuers = join(folder, 'issuers.yaml');
  const issuer = await testIssuer();
  writeFileSync(join(folder, 'jwks.json'), issuer.jwks);
  writeFileSync(issuers, fileOf('https://one.example'));
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const config = {
    issuers,
    jwks: undefined,
    issuer: '',
    audience: '',
    operatorRoles: [...operatorRoles],
    maxTokenLife: 86_400,
    publicUrl: undefined,
  };
  const revocations = {
    add: () => Promise.reject(new Error('unused')),
    since: () => answered.then(() => []),
  };
  const parts = { logger: createLogger('test', 'silent'), metrics: createGatewayMetrics() };
  const opening = openTokens(config, { proofs: memoryProofs(), revocations }, parts);
  writeFileSync(issuers, fileOf('https://two.example'));
  await pause(1_200);
  answer();
  const tokens = await opening;
  try {
    const signed = (iss: string) => issuer.sign({}, { issuer: iss });
    await expect(tokens.verifier.verify(await signed('https://two.example'))).resolves.toBeDefined();
    await expect(tokens.verifier.verify(await signed('https://one.example'))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  } finally {
    tokens.close();
  }
});
