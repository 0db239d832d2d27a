/** Finds ids by the beginnings of their words. */
export interface PrefixIndex {
  /** The ids that have a word with each of the beginnings; none where none is given. */
  find(beginnings: readonly string[]): ReadonlySet<string>;
}

/** Built by sorting the words; a search is a binary search and a walk over what begins so. */
export function prefixIndex(
  named: readonly (readonly [id: string, words: readonly string[]])[],
): PrefixIndex {
  const idsByWord = new Map<string, string[]>();
  for (const [id, words] of named) {
    for (const word of words) {
      const ids = idsByWord.get(word);
      if (ids) ids.push(id);
      else idsByWord.set(word, [id]);
    }
  }
  const words = [...idsByWord.keys()].sort();
  const startingWith = (beginning: string): Set<string> => {
    const found = new Set<string>();
    for (let at = firstNotBelow(words, beginning); words[at]?.startsWith(beginning); at++)
      for (const id of idsByWord.get(words[at] ?? '') ?? []) found.add(id);
    return found;
  };
  return {
    find(beginnings) {
      const [first, ...rest] = beginnings.map(startingWith).sort((a, b) => a.size - b.size);
      return new Set([...(first ?? [])].filter((id) => rest.every((ids) => ids.has(id))));
    },
  };
}

function firstNotBelow(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
