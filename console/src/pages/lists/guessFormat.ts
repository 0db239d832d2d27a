/** The formats that can be uploaded; `transfers` is no list. */
export const uploadFormats = [
  'ofac',
  'un',
  'eu',
  'uk',
  'ca',
  'ch',
  'au',
  'opensanctions',
  'transfers',
] as const;

export type UploadFormat = (typeof uploadFormats)[number];

/** Guesses from their names what files are; undefined where they may be anything. */
export function guessFormat(names: readonly string[]): UploadFormat | undefined {
  const all = (form: RegExp) => names.length > 0 && names.every((name) => form.test(name));
  if (all(/transfers[\w.-]*\.(csv|jsonl?)$/i)) return 'transfers';
  if (all(/^(sdn|alt|add|cons_|sdn_)[\w.-]*\.(csv|xml)$/i)) return 'ofac';
  if (all(/^uk-?sanctions-?list[\w.-]*\.(csv|xml)$/i)) return 'uk';
  if (all(/fullsanctionslist[\w.-]*\.xml$/i)) return 'eu';
  if (all(/^sema-lmes[\w.-]*\.xml$/i)) return 'ca';
  if (all(/^australian_sanctions[\w.-]*\.(xlsx|csv)$/i)) return 'au';
  if (all(/^consolidated-list[\w.-]*\.xml$/i)) return 'ch';
  if (all(/(consolidated|un)[\w.-]*\.xml$/i)) return 'un';
  if (all(/\.(ftm\.)?json$/i)) return 'opensanctions';
  return undefined;
}

/** Returns the path at which the gateway takes files of a format. */
export function uploadPath(
  format: UploadFormat,
  { version, dataset }: { readonly version: string; readonly dataset: string },
): string {
  if (format === 'transfers') return '/uploads/transfers';
  const parameters = new URLSearchParams({ format });
  if (version) parameters.set('version', version);
  if (dataset && format === 'opensanctions') parameters.set('dataset', dataset);
  return `/uploads/lists?${parameters.toString()}`;
}
