/** The kinds of thing that a revocation names: the id of a token (`jti`), its client, or its subject. */
export const revocationKinds = ['jti', 'client', 'subject'] as const;
