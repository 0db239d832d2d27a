import { readFileSync } from 'node:fs';

/**
 * Returns the memory that this process has of its own, in bytes. Pages of mapped files (the embedded store's
 * data among them) do not count: the system lends them from its cache and takes them back. Only Linux tells
 * the two apart (`RssAnon`, proc(5)); elsewhere it is all resident memory.
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
