const digits: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};

/** American Soundex (US National Archives): the first letter and three digits, `M530`. Empty for no letters. */
export function soundex(word: string): string {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters === '') return '';
  let code = letters.charAt(0).toUpperCase();
  let last = digits[letters.charAt(0)];
  for (let i = 1; i < letters.length && code.length < 4; i++) {
    const letter = letters.charAt(i);
    const digit = digits[letter];
    if (digit && digit !== last) code += digit;
    // `h` and `w` do not part two letters of one digit; vowels do.
    if (letter !== 'h' && letter !== 'w') last = digit;
  }
  return code.padEnd(4, '0');
}
