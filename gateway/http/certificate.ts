import { readFileSync } from 'node:fs';
import { createSecureContext, type Server } from 'node:tls';
import { ConfigError } from '../../shared/config/settings';
import type { Logger } from '../../shared/logger/logger';
import { watchContent } from '../watch/watchContent';
import type { HttpConfig } from './httpSettings';

/** A certificate with its chain, and its private key, in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** Returns the paths of the certificate and key; undefined where the gateway terminates no TLS. Throws ConfigError. */
export function certificateFiles({
  tlsCertificate: cert,
  tlsKey: key,
  tlsClientCertificates,
}: Pick<HttpConfig, 'tlsCertificate' | 'tlsKey' | 'tlsClientCertificates'>): CertificateFiles | undefined {
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert !== undefined) throw new ConfigError('CORDON_TLS_KEY: is needed beside CORDON_TLS_CERTIFICATE');
  if (key !== undefined) throw new ConfigError('CORDON_TLS_CERTIFICATE: is needed beside CORDON_TLS_KEY');
  if (tlsClientCertificates !== 'off')
    throw new ConfigError('CORDON_TLS_CLIENT_CERTIFICATES: needs CORDON_TLS_CERTIFICATE and CORDON_TLS_KEY');
  return undefined;
}

/** Reads a certificate. Throws ConfigError where a file cannot be read, or the two do not belong together. */
export function readCertificate(files: CertificateFiles): Certificate {
  const certificate = {
    cert: readPem(files.cert, 'CORDON_TLS_CERTIFICATE'),
    key: readPem(files.key, 'CORDON_TLS_KEY'),
  };
  try {
    createSecureContext(certificate);
  } catch (error) {
    throw new ConfigError(
      `CORDON_TLS_CERTIFICATE: ${files.cert} and ${files.key} (CORDON_TLS_KEY) are not a certificate and its private key in PEM: ${(error as Error).message}`,
    );
  }
  return certificate;
}

function readPem(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${variable}: ${file} cannot be read: ${code}`);
  }
}

/** Follows the files: new connections get the new certificate. A wrong one is logged, and the one before stays. */
export function followCertificate(
  server: Pick<Server, 'setSecureContext'>,
  files: CertificateFiles,
  first: Certificate,
  { logger, onReload }: { readonly logger: Logger; onReload(rejected: boolean): void },
): { close(): void } {
  let inForce = first;
  const take = async () => {
    try {
      const next = readCertificate(files);
      if (next.cert === inForce.cert && next.key === inForce.key) {
        onReload(false);
        return;
      }
      server.setSecureContext(next);
      inForce = next;
      onReload(false);
      logger.info('a new TLS certificate is in force');
    } catch (error) {
      onReload(true);
      // One of the two files is often written before the other: the second change is seen, too.
      logger.warn(
        { why: (error as Error).message },
        'the new TLS certificate is rejected: the one before stays',
      );
    }
  };
  const watched = [watchContent(files.cert, first.cert, take), watchContent(files.key, first.key, take)];
  return { close: () => watched.forEach((one) => one.stop()) };
}
