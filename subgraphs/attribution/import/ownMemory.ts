import { readFileSync } from 'node:fs';

/**
 * The memory that this process has of its own, in bytes. Left out are the pages of mapped files (the embedded store's data
 * among them), which the system lends from its cache and takes back. Only Linux tells the two apart (`RssAnon`, proc(5));
 * elsewhere it is all that is resident.
 */
export function ownMemory(): number {
  try {
    const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes) return Number(kilobytes) * 1_024;
  } catch {
    // There is no such file.
  }
  return process.memoryUsage.rss();
}
