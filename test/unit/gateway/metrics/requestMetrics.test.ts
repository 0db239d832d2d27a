import { readFileSync } from 'node:fs';
import { createGatewayMetrics } from '../../../../gateway/metrics/gatewayMetrics';

const rules = readFileSync('docker/cordon.rules.yml', 'utf8');

it('each code that an alert counts is there from the start, so that the alert sees its first', async () => {
  const text = await createGatewayMetrics().registry.metrics();
  const counted = [...rules.matchAll(/(\w+_total)\{code=~?"([^"]+)"\}/g)].flatMap(([, name, codes = '']) =>
    codes.split('|').map((code) => `${name}{code="${code}"} 0`),
  );
  expect(counted.length).toBeGreaterThan(5);
  expect(text.split('\n')).toEqual(expect.arrayContaining(counted));
});
