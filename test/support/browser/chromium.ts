import { existsSync } from 'node:fs';
import { type Group, skipBecause } from '../skipBecause';

/** The browser of this machine: `CHROMIUM` names another than Debian's. */
export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A group of tests in a browser; skipped by name without one. */
export const describeInBrowser: Group = existsSync(chromiumPath)
  ? describe
  : skipBecause('needs Chromium: apt-get install chromium, or name one by CHROMIUM');
