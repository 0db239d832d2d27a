import { MongoError } from '../mongoError';

const compiled = new Map<string, RegExp>();

/**
 * A pattern of MongoDB's (PCRE) as one of JavaScript's. Options `i`, `m` and `s` mean the same; `x` is refused, and
 * so is what JavaScript cannot read.
 * @throws MongoError `BadValue`
 */
export function compileRegex(pattern: string, options: string): RegExp {
  const name = `${options}/${pattern}`;
  let regex = compiled.get(name);
  if (!regex) {
    if (compiled.size > 1000) compiled.clear();
    compiled.set(name, (regex = translate(pattern, options)));
  }
  return regex;
}

function translate(pattern: string, options: string): RegExp {
  let flags = '';
  for (const option of options) {
    if (option === 'u') continue;
    if (!'ims'.includes(option)) {
      throw new MongoError('BadValue', `The option '${option}' of a regular expression is not supported.`);
    }
    if (!flags.includes(option)) flags += option;
  }
  // PCRE lets a pattern begin with options for the whole of it.
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  if (inline) {
    for (const option of inline[1]!) if (!flags.includes(option)) flags += option;
    pattern = pattern.slice(inline[0].length);
  }
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    // With `u` JavaScript refuses escapes that PCRE allows, such as `\-`.
  }
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    throw new MongoError(
      'BadValue',
      `The regular expression /${pattern}/ is invalid: ${(error as Error).message}`,
    );
  }
}

/** The text that everything a pattern matches begins with, where that can be told: `^abc` with no options. */
export function literalPrefix(pattern: string, options: string): string {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return '';
  const match = /^\^([\p{L}\p{N} _:@#,;'"~%&=<>!/-]*)/u.exec(pattern);
  const prefix = match?.[1] ?? '';
  const next = pattern.slice(1 + prefix.length)[0];
  // The last character may be optional: `^ab*` begins with `a`.
  return next !== undefined && '*?{'.includes(next) ? prefix.replace(/.$/u, '') : prefix;
}
