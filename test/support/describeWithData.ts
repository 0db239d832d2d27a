import { existsSync } from 'node:fs';
import { sharedData } from './sharedData';

/** A group of tests over the public lists beside the project: left out, by name, where they are not there. */
export const describeWithData = existsSync(sharedData) ? describe : describe.skip;

/** The same for what takes a minute: left out of `npm test`, by name; `npm run test:packs` runs it. */
export const describeWithAllPacks = process.env['ALL_PACKS'] ? describeWithData : describe.skip;
