/** The texts of the parts that many pages share. */
export const partTexts = {
  loading: 'Loading…',
  fault: {
    title: 'This could not be loaded',
    some: 'Some of this could not be loaded',
    notNone: 'It is unknown, which is not the same as none.',
    retry: 'Try again',
    forbidden: 'Your role may not see this.',
    requests: 'For support:',
  },
  illustrative: 'Illustrative',
  illustrativeLong: 'Illustrative: made-up data that stands for what is private.',
  source: 'Source',
  exact: (amount: string) => `${amount} base units`,
  unknownAsset: 'base units',
  more: 'Show more',
  shown: (shown: number, total: number | undefined) =>
    total === undefined ? `${shown} shown` : `${shown} of ${total}`,
  none: 'None',
  unknown: 'unknown',
  disputed: 'disputed',
  yes: 'Yes',
  no: 'No',
  cancel: 'Cancel',
  confidence: (percent: number | string) => `confidence ${percent}`,
} as const;
