import type { z } from 'zod';

/**
 * One environment variable: its name, its values, and its purpose (docs/reference/config.md is made from
 * this).
 */
export interface Setting<T> {
  readonly env: string;
  /** The name that it had before, where it had one: it is read where `env` is not given. */
  readonly formerly?: string;
  readonly schema: z.ZodType<T, string | undefined>;
  readonly description: string;
  /** The default in words, where the schema's own is not a constant. */
  readonly byDefault?: string;
}

export type SettingTable = Readonly<Record<string, Setting<unknown>>>;

export type ConfigOf<Table extends SettingTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer T> ? T : never;
};

/** A wrong environment: every wrong variable on a line of its own. The process ends with it, without a stack. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** For a table that keeps each setting's own type. */
export function setting<T>(made: Setting<T>): Setting<T> {
  return made;
}

/** Reads the environment once, checks it and freezes what it found. Throws ConfigError that names every wrong variable. */
export function readSettings<Table extends SettingTable>(
  table: Table,
  env: Readonly<Record<string, string | undefined>>,
): ConfigOf<Table> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { env: variable, formerly = variable, schema }] of Object.entries(table)) {
    const given = env[variable] || env[formerly];
    const parsed = schema.safeParse(given === '' ? undefined : given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${variable}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return Object.freeze(values) as ConfigOf<Table>;
}
