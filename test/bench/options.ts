/** Returns what follows an option of the command line, such as `--out file`; undefined where it is not given. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Returns the number that follows an option of the command line, such as `--rounds 5`. */
export const numberOption = (name: string, byDefault: number): number => Number(option(name) ?? byDefault);
