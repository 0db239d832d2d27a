import { z } from 'zod';

/** The form of an actor's id in a case: where it comes from, and the id there, such as `ofac:43337`. */
export const actorId = z
  .string()
  .regex(/^[a-z0-9-]+:\S+$/, 'an actor id is <where from>:<id there>, such as ofac:43337');
