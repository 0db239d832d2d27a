/** Letters that typists, ears and romanizations exchange, each pair both ways, and what that costs of an edit. */
const exchanges: Readonly<Record<string, number>> = {
  'c k': 0.3,
  'c q': 0.3,
  'k q': 0.2,
  's z': 0.2,
  'v w': 0.2,
  'i y': 0.15,
  'j y': 0.3,
  'i j': 0.3,
  'g j': 0.5,
  'g k': 0.5,
  'b p': 0.6,
  'd t': 0.5,
  'f v': 0.4,
  'c s': 0.5,
  'm n': 0.7,
  'g q': 0.4,
  'u w': 0.3,
  'o u': 0.3,
  'e i': 0.3,
  'a e': 0.4,
  'h k': 0.6,
  'l r': 0.7,
  'x s': 0.5,
  '0 o': 0.2,
  '1 i': 0.2,
  '1 l': 0.2,
  '3 e': 0.2,
  '5 s': 0.2,
  '9 g': 0.2,
  '4 a': 0.2,
  '8 b': 0.2,
};
const vowelForVowel = 0.5;
const doubled = 0.2;
const silent = 0.5;

const codes = 128;
const substitution = new Float32Array(codes * codes).fill(1);
const isVowel = (code: number) =>
  code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121;
for (let a = 0; a < codes; a++) {
  for (let b = 0; b < codes; b++) {
    if (a === b) substitution[a * codes + b] = 0;
    else if (isVowel(a) && isVowel(b)) substitution[a * codes + b] = vowelForVowel;
  }
}
for (const [pair, cost] of Object.entries(exchanges)) {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(2)];
  substitution[a * codes + b] = cost;
  substitution[b * codes + a] = cost;
}

/** Tells if romanizations exchange two letters, such as c and k, or j and y. */
export function areExchanged(a: string, b: string): boolean {
  return (substitution[a.charCodeAt(0) * codes + b.charCodeAt(0)] ?? 1) < 0.4;
}

/** Longer words are compared by their beginnings: no name's word is longer. */
export const maxWordLength = 48;
const width = maxWordLength + 1;
const table = new Float32Array(width * width);

/**
 * Returns the cost of omitting the letter at `i`: little where it doubles its neighbour, or is a silent h.
 */
function omission(word: string, i: number): number {
  const code = word.charCodeAt(i);
  if (i > 0 && word.charCodeAt(i - 1) === code) return doubled;
  if (code === 104 && i > 0) return silent;
  return i > 0 && isVowel(code) ? 0.7 : 1;
}

/**
 * Returns the cost of turning one lower-case ASCII word into another: Damerau-Levenshtein (optimal string
 * alignment). Letters that are commonly exchanged, doubled or silent cost less than an edit. Symmetric.
 */
export function weightedEdits(left: string, right: string): number {
  const a = left.length > maxWordLength ? left.slice(0, maxWordLength) : left;
  const b = right.length > maxWordLength ? right.slice(0, maxWordLength) : right;
  const at = (i: number, j: number) => table[i * width + j] as number;
  table[0] = 0;
  for (let i = 1; i <= a.length; i++) table[i * width] = at(i - 1, 0) + omission(a, i - 1);
  for (let j = 1; j <= b.length; j++) table[j] = at(0, j - 1) + omission(b, j - 1);
  for (let i = 1; i <= a.length; i++) {
    const codeA = a.charCodeAt(i - 1);
    const omitA = omission(a, i - 1);
    for (let j = 1; j <= b.length; j++) {
      const codeB = b.charCodeAt(j - 1);
      let cost = at(i - 1, j - 1) + (substitution[codeA * codes + codeB] as number);
      const left = at(i - 1, j) + omitA;
      if (left < cost) cost = left;
      const right = at(i, j - 1) + omission(b, j - 1);
      if (right < cost) cost = right;
      if (i > 1 && j > 1 && codeA === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === codeB) {
        const swapped = at(i - 2, j - 2) + 0.7;
        if (swapped < cost) cost = swapped;
      }
      table[i * width + j] = cost;
    }
  }
  return at(a.length, b.length);
}

const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const;

/**
 * Tells if two words are at most `maxEdits` plain edits apart (optimal string alignment; transpositions count
 * one).
 */
export function withinEdits(left: string, right: string, maxEdits: number): boolean {
  if (Math.abs(left.length - right.length) > maxEdits) return false;
  if (left === right) return true;
  // The letters that both begin and end with cost nothing.
  let begin = 0;
  while (begin < left.length && left.charCodeAt(begin) === right.charCodeAt(begin)) begin++;
  let [endLeft, endRight] = [left.length, right.length];
  while (
    endLeft > begin &&
    endRight > begin &&
    left.charCodeAt(endLeft - 1) === right.charCodeAt(endRight - 1)
  ) {
    endLeft--;
    endRight--;
  }
  const [restLeft, restRight] = [endLeft - begin, endRight - begin];
  if (restLeft === 0 || restRight === 0) return restLeft + restRight <= maxEdits;
  if (maxEdits === 0) return false;
  if (restLeft === 1 && restRight === 1) return true;
  if (maxEdits === 1)
    return (
      restLeft === 2 &&
      restRight === 2 &&
      left.charCodeAt(begin) === right.charCodeAt(begin + 1) &&
      left.charCodeAt(begin + 1) === right.charCodeAt(begin)
    );
  const a = left.slice(begin, Math.min(endLeft, begin + maxWordLength));
  const b = right.slice(begin, Math.min(endRight, begin + maxWordLength));
  let [before, last, now] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    now[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = (last[j - 1] as number) + (same ? 0 : 1);
      cost = Math.min(cost, (last[j] as number) + 1, (now[j - 1] as number) + 1);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > maxEdits) return false;
    [before, last, now] = [last, now, before];
  }
  return (last[b.length] as number) <= maxEdits;
}
