import { existsSync } from 'node:fs';
import { sharedData } from './sharedData';

/** A group of tests over the public lists beside the project: left out, by name, where they are not there. */
export const describeWithData = existsSync(sharedData) ? describe : describe.skip;
