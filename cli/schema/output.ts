/** The stream that a command writes to: `process.stdout`, or a test's own. */
export interface Output {
  write(text: string): unknown;
}
