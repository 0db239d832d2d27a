import { existsSync } from 'node:fs';
import { type Group, skipBecause } from '../skipBecause';
import { chromiumPath } from './chromiumPath';

/** A group of tests in a browser; skipped by name without one. */
export const describeInBrowser: Group = existsSync(chromiumPath)
  ? describe
  : skipBecause('needs Chromium: apt-get install chromium, or name one by CHROMIUM');
