/** The status of a claim by the contradictions that it is in, the best first. */
export const claimStatuses = ['UNCONTESTED', 'SUPPORTED', 'CONTESTED', 'UNSUPPORTED'] as const;

export type ClaimStatus = (typeof claimStatuses)[number];
