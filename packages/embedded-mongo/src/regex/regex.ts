import { LRUCache } from 'lru-cache';
import { RE2JS } from 're2js';
import { MongoError } from '../bson/mongoError';
import { endGroup, translatePattern, UnsupportedPattern } from './pcreSyntax';

/** Instructions of one program. The time of a match grows with them and with the length of the text. */
const maxProgramSize = 5000;

/** A pattern may hold tables of some megabytes: only those that were used last are kept. */
const compiled = new LRUCache<string, RE2JS>({ max: 100 });

/** A place in a text where a pattern matches, in UTF-16 units. */
export interface RegexMatch {
  readonly start: number;
  readonly text: string;
  readonly captures: readonly (string | null)[];
}

/**
 * Asks texts whether a pattern matches, in time linear in the text. Options are MongoDB's `i`, `m`, `s`, `u` and `x`.
 * @throws MongoError `Location51091` for a pattern that is invalid or needs backtracking, `Location51108` for an option
 */
export function compileRegex(pattern: string, options: string): { test(text: string): boolean } {
  return compile(pattern, options, false);
}

/** Finds the matches of a pattern in a text, first to last. @throws MongoError as `compileRegex` */
export function compileSearch(pattern: string, options: string): (text: string) => Iterable<RegexMatch> {
  const regex = compile(pattern, options, true);
  const isEnd = Array.from({ length: regex.groupCount() + 1 }, () => false);
  for (const [name, group] of Object.entries(regex.namedGroups())) isEnd[group] = name.startsWith(endGroup);
  return function* (text) {
    const matcher = regex.matcher(text);
    while (matcher.find()) {
      let matched = matcher.group() ?? '';
      const captures: (string | null)[] = [];
      for (let group = 1; group < isEnd.length; group++) {
        const captured = matcher.group(group);
        if (!isEnd[group]) captures.push(captured ?? null);
        else if (captured === '\n') matched = matched.slice(0, -1);
      }
      yield { start: matcher.start(), text: matched, captures };
    }
  };
}

function compile(pattern: string, options: string, captures: boolean): RE2JS {
  const name = `${captures ? 'c' : ''}${options}/${pattern}`;
  let regex = compiled.get(name);
  if (!regex) compiled.set(name, (regex = build(pattern, options, captures)));
  return regex;
}

function build(pattern: string, options: string, captures: boolean): RE2JS {
  if (pattern.includes('\0'))
    throw new MongoError('BadValue', 'Regular expression cannot contain an embedded null byte');
  for (const option of options) {
    if ('imsux'.includes(option)) continue;
    throw new MongoError('Location51108', `invalid flag in regex options: ${option}`);
  }
  const has = (option: string): boolean => options.includes(option);
  const flags =
    (has('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (has('m') ? RE2JS.MULTILINE : 0) |
    (has('s') ? RE2JS.DOTALL : 0);
  try {
    const source = translatePattern(pattern, { multiline: has('m'), extended: has('x'), captures });
    const regex = RE2JS.compile(source, flags);
    if (regex.programSize() <= maxProgramSize) return regex;
  } catch (error) {
    throw invalid(
      pattern,
      error instanceof UnsupportedPattern ? `no support for ${error.message}` : (error as Error).message,
    );
  }
  throw invalid(pattern, 'it is too large');
}

function invalid(pattern: string, reason: string): MongoError {
  const shown = pattern.length > 200 ? `${pattern.slice(0, 200)}…` : pattern;
  return new MongoError('Location51091', `Regular expression is invalid: ${reason} in /${shown}/`);
}

/**
 * Returns the literal text with which all matches of a pattern begin, where it is known: `^abc` with no
 * options.
 */
export function literalPrefix(pattern: string, options: string): string {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return '';
  const match = /^\^([\p{L}\p{N} _:@#,;'"~%&=<>!/-]*)/u.exec(pattern);
  const prefix = match?.[1] ?? '';
  const next = pattern.slice(1 + prefix.length)[0];
  // The last character may be optional: `^ab*` begins with `a`.
  return next !== undefined && '*?{'.includes(next) ? prefix.replace(/.$/u, '') : prefix;
}
