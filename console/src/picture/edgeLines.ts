/** The number of bold letters that fit between two columns of nodes. */
const maxLineLetters = 17;

/** Breaks the words of an edge into lines that fit between two nodes; a single word stays whole. */
export function edgeLines(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && longer.length <= maxLineLetters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
