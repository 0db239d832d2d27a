// Prints fresh secrets for docker-compose.yml: `node scripts/fleet-secrets.mjs > .env`. They are nowhere else.
import { randomBytes } from 'node:crypto';

const secret = (bytes) => randomBytes(bytes).toString('hex');
process.stdout.write(
  [
    'MONGO_USER=cordon',
    `MONGO_PASSWORD=${secret(24)}`,
    `MONGO_KEY=${secret(48)}`,
    `CORDON_LINK_SECRET=${secret(32)}`,
    // An Ed25519 private key is any 32 bytes (RFC 8032): it signs the checkpoints of the ledger.
    `CORDON_LEDGER_KEY=${secret(32)}`,
    '',
  ].join('\n'),
);
