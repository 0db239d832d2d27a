/** Where a command writes: `process.stdout`, or a test's own. */
export interface Output {
  write(text: string): unknown;
}
