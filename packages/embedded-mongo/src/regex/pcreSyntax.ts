/** A construct that a linear-time engine does not have, or that is no construct at all. */
export class UnsupportedPattern extends Error {}

export interface PatternOptions {
  readonly multiline: boolean;
  readonly extended: boolean;
  /** True where captures are read: the end of the text is then a group with a name of `endGroup`. */
  readonly captures: boolean;
}

/** Groups of this name hold the line break that `$` passes over at the end of a text. */
export const endGroup = 'lineBreakAtEnd';

interface Mode {
  readonly multiline: boolean;
  readonly extended: boolean;
}

/** Escapes that PCRE has and RE2 writes otherwise: outside of a class, and within one. */
const escapes: Record<string, readonly [outside: string, within: string]> = {
  s: ['[\\s\\x0B]', '\\s\\x0B'],
  S: ['[^\\s\\x0B]', ''],
  h: ['[\\t\\p{Zs}]', '\\t\\p{Zs}'],
  H: ['[^\\t\\p{Zs}]', ''],
  v: ['[\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}]', '\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}'],
  V: ['[^\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}]', ''],
  R: ['(?:\\r\\n|[\\n\\x0B\\f\\r\\x{85}\\x{2028}\\x{2029}])', ''],
  N: ['[^\\n]', ''],
  e: ['\\x1B', '\\x1B'],
  b: ['\\b', '\\x08'],
};

const unsupportedEscapes = 'CEGKLUXlu';

const unsupportedGroups: readonly [start: RegExp, what: string][] = [
  [/^\(\?<?[=!]/, 'look-around assertions'],
  [/^\(\?>/, 'atomic groups'],
  [/^\(\?\|/, 'branch reset groups'],
  [/^\(\?(?:R|[+-]?\d|&|P>)/, 'recursion'],
  [/^\(\?P=/, 'back references'],
  [/^\(\?\(/, 'conditional groups'],
  [/^\(\?C/, 'callouts'],
  [/^\(\*/, 'verbs'],
];

/**
 * Writes a pattern of PCRE, as MongoDB takes it, in the syntax of RE2.
 * @throws UnsupportedPattern where the pattern has what RE2 has not
 */
export function translatePattern(pattern: string, options: PatternOptions): string {
  return new Translator(pattern, options).translate();
}

class Translator {
  private out = '';
  private at = 0;
  private ends = 0;
  private mode: Mode;
  private readonly outer: Mode[] = [];

  constructor(
    private readonly pattern: string,
    private readonly options: PatternOptions,
  ) {
    this.mode = options;
  }

  translate(): string {
    while (this.at < this.pattern.length) this.step(this.pattern[this.at]!);
    return this.out;
  }

  private step(char: string): void {
    if (char === '\\') return this.escape(false);
    if (char === '[') return this.characterClass();
    if (char === '(') return this.group();
    if (char === '$' && !this.mode.multiline) this.end();
    else if (this.mode.extended && char === '#') return this.skipPast('\n');
    else if (!this.mode.extended || !/\s/.test(char)) {
      if (char === ')') this.mode = this.outer.pop() ?? this.mode;
      if (char === '+' && '*+?'.includes(this.out.at(-1) ?? ' ') && this.out.at(-2) !== '\\')
        throw new UnsupportedPattern('possessive quantifiers');
      this.out += char;
    }
    this.at++;
  }

  /** The end of the text, or a line break before it. */
  private end(): void {
    const lineBreak = this.options.captures ? `(?P<${endGroup}${this.ends++}>\\n?)` : '\\n?';
    this.out += `(?:${lineBreak}\\z)`;
  }

  private skipPast(text: string): void {
    const found = this.pattern.indexOf(text, this.at);
    this.at = found < 0 ? this.pattern.length : found + text.length;
  }

  private escape(within: boolean): void {
    const char = this.pattern[this.at + 1];
    if (char === undefined) throw new UnsupportedPattern('a backslash at the end');
    const translated = escapes[char]?.[within ? 1 : 0];
    if (char === 'Q') return this.quoted();
    if (translated === '' || unsupportedEscapes.includes(char)) throw new UnsupportedPattern(`\\${char}`);
    if (/[1-9kg]/.test(char)) throw new UnsupportedPattern('back references');
    if (char === 'c') {
      const code = (this.pattern.charCodeAt(this.at + 2) & 0xdf) ^ 0x40;
      this.out += `\\x{${code.toString(16)}}`;
      this.at += 3;
      return;
    }
    if (char === 'Z' && !within) this.end();
    else if (translated !== undefined) this.out += translated;
    // RE2 takes an escape of ASCII only; the others need none.
    else this.out += char > '\x7f' ? char : `\\${char}`;
    this.at += 2;
  }

  private quoted(): void {
    const end = this.pattern.indexOf('\\E', this.at);
    const text = this.pattern.slice(this.at + 2, end < 0 ? undefined : end);
    this.out += text.replace(/[^\p{L}\p{N}\s]/gu, (char) => (char > '\x7f' ? char : `\\${char}`));
    this.at = end < 0 ? this.pattern.length : end + 2;
  }

  private characterClass(): void {
    const start = /^\[\^?\]?/.exec(this.pattern.slice(this.at))![0];
    this.out += start.endsWith(']') ? `${start.slice(0, -1)}\\]` : start;
    this.at += start.length;
    while (this.at < this.pattern.length) {
      const char = this.pattern[this.at]!;
      const named = /^\[:\^?\w+:\]/.exec(this.pattern.slice(this.at, this.at + 20));
      if (named) {
        this.out += named[0];
        this.at += named[0].length;
      } else if (char === '\\') this.escape(true);
      else {
        this.out += char === '[' ? '\\[' : char;
        this.at++;
        if (char === ']') return;
      }
    }
    throw new UnsupportedPattern('a character class without an end');
  }

  private group(): void {
    const rest = this.pattern.slice(this.at, this.at + 300);
    if (rest.startsWith('(?#')) return this.skipPast(')');
    for (const [start, what] of unsupportedGroups) if (start.test(rest)) throw new UnsupportedPattern(what);
    const named = /^\(\?(?:P?<(\w+)>|'(\w+)')/.exec(rest);
    const flags = /^\(\?([imsxU]*)(?:-([imsx]*))?([):])/.exec(rest);
    if (named) this.open(named[0], `(?P<${named[1] ?? named[2]!}>`);
    else if (flags) this.flags(flags as unknown as [string, string, string | undefined, string]);
    else if (rest.startsWith('(?')) throw new UnsupportedPattern(rest.slice(0, 4));
    else this.open('(', '(');
  }

  private open(read: string, written: string): void {
    this.outer.push(this.mode);
    this.out += written;
    this.at += read.length;
  }

  /** Options within the pattern, of the rest of a group or of one of their own. */
  private flags([read, on, off = '', close]: [string, string, string | undefined, string]): void {
    if (close === ':') this.outer.push(this.mode);
    const isSet = (flag: string, before: boolean): boolean =>
      off.includes(flag) ? false : on.includes(flag) || before;
    this.mode = {
      multiline: isSet('m', this.mode.multiline),
      extended: isSet('x', this.mode.extended),
    };
    const kept = [on.replace(/x/g, ''), off.replace(/x/g, '')] as const;
    const written = kept[1] === '' ? kept[0] : `${kept[0]}-${kept[1]}`;
    if (written !== '' || close === ':') this.out += `(?${written}${close}`;
    this.at += read.length;
  }
}
