import { useQuery } from '@tanstack/react-query';

/** SHA-256, in hex, of a text's bytes in UTF-8; null where the browser offers no digest (it wants https). */
async function sha256(text: string): Promise<string | null> {
  // Without a secure context `subtle` is missing, in spite of its type.
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return null;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type DigestVerdict = 'FITS' | 'DIFFERS' | 'UNKNOWN' | undefined;

/** Compares a draft with its digest; undefined until the result is known. */
export function useDigest(draft: string, digest: string): DigestVerdict {
  const { data, isError } = useQuery({
    queryKey: ['sha256', draft],
    queryFn: () => sha256(draft),
    staleTime: Infinity,
  });
  if (isError) return 'UNKNOWN';
  if (data === undefined) return undefined;
  if (data === null) return 'UNKNOWN';
  return data === digest ? 'FITS' : 'DIFFERS';
}
