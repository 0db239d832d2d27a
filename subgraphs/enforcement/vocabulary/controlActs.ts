/** The act of an issuer on an address of its token. */
export const controlActs = ['FREEZE', 'UNFREEZE', 'DESTROY'] as const;

export type ControlAct = (typeof controlActs)[number];
