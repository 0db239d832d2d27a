import { BSONRegExp } from 'bson';
import { type BsonDocument, type BsonValue } from '../bson/value';
import { compileSearch, type RegexMatch } from '../regex/regex';
import { bad, isNil, type NamedOperator, textOf, type Value, wrong } from './operator';

/** The matches of `regex` in `input`; undefined where one of them is null or missing. */
function search(
  name: string,
  { input, regex, options }: Record<string, Value>,
): { text: string; matches: Iterable<RegexMatch> } | undefined {
  if (isNil(input) || isNil(regex)) return undefined;
  const text = textOf(name, input);
  const given = isNil(options) ? undefined : textOf(name, options);
  if (!(regex instanceof BSONRegExp)) {
    if (typeof regex !== 'string') throw wrong(name, regex);
    return { text, matches: compileSearch(regex, given ?? '')(text) };
  }
  if (regex.options !== '' && given !== undefined)
    throw bad(`${name}: found regex options specified in both 'regex' and 'options' fields`);
  return { text, matches: compileSearch(regex.pattern, given ?? regex.options)(text) };
}

function describeMatch(text: string, { start, text: match, captures }: RegexMatch): BsonDocument {
  return new Map<string, BsonValue>([
    ['match', match],
    // Places are counted in code points.
    ['idx', Array.from(text.slice(0, start)).length],
    ['captures', [...captures]],
  ]);
}

const parameters = { required: ['input', 'regex'], optional: ['options'] };

export const regexOperators: Record<string, NamedOperator> = {
  $regexMatch: {
    ...parameters,
    apply: (args) => {
      for (const match of search('$regexMatch', args)?.matches ?? []) return Boolean(match);
      return false;
    },
  },
  $regexFind: {
    ...parameters,
    apply: (args) => {
      const found = search('$regexFind', args);
      for (const match of found?.matches ?? []) return describeMatch(found!.text, match);
      return null;
    },
  },
  $regexFindAll: {
    ...parameters,
    apply: (args) => {
      const found = search('$regexFindAll', args);
      return found ? Array.from(found.matches, (match) => describeMatch(found.text, match)) : [];
    },
  },
};
