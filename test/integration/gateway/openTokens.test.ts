import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { memoryProofs } from '../../../gateway/tokens/memoryProofs';
import { openTokens } from '../../../gateway/tokens/openTokens';
import { operatorRoles } from '../../../shared/identity/roles';
import { eventually } from '../../support/eventually';
import { testIssuer } from '../../support/gatewayTokens';
import { keptLog } from '../../support/keptLog';
import { replaceFile } from '../../support/replaceFile';
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
  const log = keptLog();
  const parts = { logger: log.logger, metrics: createGatewayMetrics() };
  const opening = openTokens(config, { proofs: memoryProofs(), revocations }, parts);
  replaceFile(issuers, fileOf('https://two.example'));
  await eventually(() => log.count(/^a new issuer file is in force/) > 0);
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
