import { CordonError } from '../../../shared/errors/cordonError';

export const alreadyRegistered = (what: string, id: string) =>
  new CordonError('ALREADY_REGISTERED', `the ${what} ${JSON.stringify(id)} is registered already`);
