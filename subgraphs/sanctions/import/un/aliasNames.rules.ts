/** A name in an alias field, with the field's facts about this name only. */
export interface AliasName {
  readonly name: string;
  readonly former?: boolean;
}

const formerMark = /^(?:formerly|previously) (?:listed|known) as\.?$/i;
const scriptMark = /^(?:original script|in [A-Z][a-z]+(?: script)?)(?:: *(?<name>.+))?$/i;
/** `b) ` before a further name. The bracket that it closes was never opened. */
const enumerator = /(?:^|\s)[a-h]\)\s/g;

/**
 * Returns each name of an alias field. The UN writes several names as `A; B`, `A (B; C)`, `A b) B`, or as a name with
 * the same name in another script in brackets. A bracket of any other kind stays part of its name.
 */
export function aliasNames(text: string): AliasName[] {
  const found = new Map<string, AliasName>();
  for (const part of splitOutside(text)) {
    for (const name of namesOfPart(part)) {
      const known = found.get(name.name);
      if (!known || (known.former && !name.former)) found.set(name.name, name);
    }
  }
  return [...found.values()];
}

/** Splits at `;` and at enumerators, outside of brackets. Brackets that are not in pairs do not hide a `;`. */
function splitOutside(field: string): string[] {
  const plain = field.replace(enumerator, '; ').replace(/\s+/g, ' ');
  const inPairs = bracketsArePaired(plain);
  const parts: string[] = [];
  let [depth, part] = [0, ''];
  for (const letter of plain) {
    if (inPairs && letter === '(') depth++;
    if (inPairs && letter === ')') depth--;
    if (letter === ';' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part].map(trimmed).filter((text) => text !== '');
}

function bracketsArePaired(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

const trimmed = (text: string) => text.replace(/^[\s,;]+|[\s,;]+$/g, '');

function namesOfPart(part: string): AliasName[] {
  const groups = topGroups(part);
  if (groups.length === 0) return [{ name: part }];
  let base = part;
  let former = false;
  const names: AliasName[] = [];
  for (const group of groups) {
    const inside = group.slice(1, -1).trim();
    const read = namesOfGroup(inside, trimmed(base.replace(group, ' ').replace(/ +/g, ' ')));
    if (read === null) continue;
    if (formerMark.test(inside)) former = true;
    names.push(...read);
    base = base.replace(group, ' ').replace(/ +/g, ' ');
  }
  const name = trimmed(base);
  return [...(name === '' ? [] : [{ name, ...(former ? { former } : {}) }]), ...names];
}

/** The names in a bracket; empty for a mark; null where the bracket is part of the name before it. */
function namesOfGroup(inside: string, base: string): AliasName[] | null {
  if (formerMark.test(inside)) return [];
  const script = scriptMark.exec(inside);
  if (script) return script.groups?.['name'] === undefined ? [] : aliasNames(script.groups['name']);
  if (inside.includes(';')) return aliasNames(inside);
  if (isAcronymOf(inside, base)) return [{ name: inside }];
  return base !== '' && isLatin(inside) !== isLatin(base) ? aliasNames(inside) : null;
}

/** Returns the outermost brackets of a text, with their contents. */
function topGroups(text: string): string[] {
  if (!bracketsArePaired(text)) return [];
  const groups: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' && depth++ === 0) start = at;
    if (text[at] === ')' && --depth === 0) groups.push(text.slice(start, at + 1));
  }
  return groups;
}

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text) && !/(?!\p{Script=Latin})\p{L}/u.test(text);

/** Tells if capitals are the letters of the words before them, in order, the first one first. */
function isAcronymOf(text: string, base: string): boolean {
  if (!/^[A-Z]{3,8}$/.test(text)) return false;
  const letters = base.toUpperCase().replace(/[^A-Z]/g, '');
  let at = 0;
  for (const letter of letters) if (letter === text[at]) at++;
  return letters[0] === text[0] && at === text.length;
}

/**
 * The names that a note on an alias gives: `original script: X`, `in Arabic: X`, or nothing but names between `;`, in
 * brackets or by themselves. A note that says anything else gives none.
 */
export function namesInNote(note: string): string[] {
  const text = note.replace(/\s+/g, ' ').trim();
  const script = /\b(?:original script|in [A-Z][a-z]+(?: script)?): *(?<name>[^.;:]+)$/i.exec(text);
  const lists = [text, ...topGroups(text).map((group) => group.slice(1, -1))].filter(isListOfNames);
  return [script?.groups?.['name'] ?? '', ...lists].flatMap((names) =>
    aliasNames(names).map(({ name }) => name),
  );
}

const isListOfNames = (text: string): boolean =>
  /^[^:\d()]+;[^:\d()]+$/.test(text) && text.split(';').every((part) => /^\s*\p{Lu}/u.test(part));

/** Tells if a note marks the name as a former one. */
export const isFormerName = (note: string): boolean =>
  /\b(?:formerly|previously) (?:listed|known) as\b/i.test(note);
