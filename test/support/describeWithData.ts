import { existsSync } from 'node:fs';
import { sharedData } from './sharedData';
import { type Group, skipBecause } from './skipBecause';

/** A group of tests over the public lists beside the project. */
export const describeWithData: Group = existsSync(sharedData)
  ? describe
  : skipBecause('needs ../shared/data');

/** The same for what takes a minute. */
export const describeWithAllPacks: Group = process.env['ALL_PACKS']
  ? describeWithData
  : skipBecause('npm run test:packs');
