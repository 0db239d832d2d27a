import { oneLine } from '../xml/elementText';

/** A legal form that ends a name after a comma: `М Инвест, ООО` is one name. */
const legalForm =
  /^(?:АО|ОАО|ЗАО|ПАО|ООО|НАО|ФГУП|ГУП|AO|OAO|OOO|PAO|ZAO|JSC|OJSC|CJSC|PJSC|LLC|Ltd|Inc|Corp|Co|GmbH|SA|AG|PLC|FZE|FZCO)\.?$/i;

/** `Arabic:عبدالرحيم دقلو`, `Russian: …`: the words before a name in another script. */
const language = /\b(?:Arabic|Belarusian|Burmese|Chinese|Farsi|Persian|Russian|Ukrainian)\s*:\s*/g;

/**
 * Returns the names in a field of aliases. The list separates them by semicolons, by commas, or by the name of a
 * language. A comma is also part of names, so the text around it is kept as one name beside its parts, and is not cut
 * before a small letter or a legal form.
 */
export function caAliases(field: string): string[] {
  const parts = field
    .replace(language, ';')
    .split(';')
    .flatMap((part) => part.replace(/^[\s,]+|[\s,]+$/g, '') || []);
  return [...new Set(parts.flatMap((part) => [...atCommas(part), part]).map(oneLine))];
}

function atCommas(part: string): string[] {
  const names: string[] = [];
  for (const piece of part.split(',').map(oneLine)) {
    const last = names.at(-1);
    const isRest = /^\p{Ll}/u.test(piece) || legalForm.test(piece);
    if (last !== undefined && isRest) names[names.length - 1] = `${last}, ${piece}`;
    else if (piece !== '') names.push(piece);
  }
  return names;
}

/** `Revolutionary Guard Corps/Corps des Gardiens`: both halves of a name in two languages, where each has two words. */
export function bilingualHalves(name: string): string[] {
  const halves = name.split('/').map(oneLine);
  const isPair = halves.length === 2 && !/[()]/.test(name) && halves.every((half) => /\S\s+\S/.test(half));
  return isPair ? halves : [];
}
