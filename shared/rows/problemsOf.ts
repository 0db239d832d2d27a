import type { z } from 'zod';

/** The problems of a row in one line. */
export const problemsOf = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
