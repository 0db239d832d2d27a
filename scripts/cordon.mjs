// The command line from a bare clone: prepares the checkout, then runs the built CLI in this very process. So
// a signal to it reaches the server, and its exit code is the server's own.
import { prepare } from './prepare.mjs';

try {
  await prepare();
} catch (error) {
  process.stderr.write(`cordon: ${error.message}\n`);
  process.exit(3);
}
const { main } = (await import('../dist/cli/main.js')).default;
await main(process.argv.slice(2));
