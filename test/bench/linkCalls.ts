/**
 * Measures signing and checking a call to a subgraph in processor time, beside the same statements as a JWT
 * (jose, HS256), the earlier form of signature. In turns, medians. `--json` prints one JSON object in place
 * of the table.
 */
import { measureCall } from './link/measureCall';
import { hmacCalls, joseCalls } from './link/signAndCheck';
import { machine, percentile } from './timing';

const rounds = 9;
const bodyBytes = [200, 4_000, 100_000];

async function main(): Promise<void> {
  const ways = { hmac: hmacCalls(), jose: joseCalls() };
  const results = [];
  for (const bytes of bodyBytes) {
    const took = { hmac: [] as number[], jose: [] as number[] };
    for (let round = 0; round < rounds; round++)
      for (const way of ['hmac', 'jose'] as const) took[way].push(await measureCall(ways[way], bytes));
    results.push({ bytes, hmac: percentile(took.hmac, 0.5), jose: percentile(took.jose, 0.5) });
  }
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ machine, results })}\n`);
    return;
  }
  process.stdout.write(`${machine}, Node ${process.version}: microseconds to sign a call and to check it\n`);
  for (const { bytes, hmac, jose } of results) {
    process.stdout.write(
      `${String(bytes).padStart(7)} bytes: ${hmac.toFixed(1).padStart(6)} (jose ${jose.toFixed(1)})\n`,
    );
  }
}

void main();
