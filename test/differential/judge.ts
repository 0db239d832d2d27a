import { isObjectType, parse, visit } from 'graphql';
import { type Answer, answerOf, type Asked, everyScope, monolithAnswer } from './answers';
import type { ExecutorName, OpenGraph } from './openGraph';
import { labelInForce } from './graphModel';
import { silentLosses } from './silentLosses';

/** A difference that there should not be. */
export interface Difference {
  readonly what: string;
  readonly expected: Answer;
  readonly actual: Answer;
}

/**
 * Asks an executor and compares. Without faults the answer must be, to the letter, that of one schema with
 * the same values. With faults each value must be that one's or have an error. Where the same holds for the
 * stock executor, data, errors (by path and code) and mutations must equal the stock executor's.
 */
export async function judge(
  open: OpenGraph,
  executor: ExecutorName,
  asked: Asked,
): Promise<Difference | undefined> {
  const whole = await monolithAnswer(open, asked);
  const actual = await answerOf(open, executor, asked);
  const isWhole =
    asked.faults.length === 0 && !open.model.nullKeys && asked.scopes.length === everyScope.length;
  const passed =
    executor !== 'stock' && actual.passedUnavailable ? 'passes an unavailable value along' : undefined;
  const what = passed ?? (isWhole ? exact(whole, actual) : unsound(whole, actual));
  if (what !== undefined) return { what, expected: whole, actual };
  if (isWhole || executor === 'stock' || asked.faults.some(({ kind }) => kind === 'wrong type'))
    return undefined;
  if (hasLabelInForce(open)) return undefined;
  const stock = await answerOf(open, 'stock', asked);
  const other = compare(stock, actual, asked.faults.length > 1);
  if (other === undefined || unsound(whole, stock) !== undefined) return undefined;
  if (passesLossOn(open, asked, stock, actual)) return undefined;
  if (stock.passedUnavailable || lacksType(open, stock, actual) || losesMore(stock, actual)) return undefined;
  if (!(await isStockRight(open, asked, whole))) return undefined;
  return { what: other, expected: stock, actual };
}

/**
 * Tells if the stock executor may have failed for want of a type, which an interface as an object does not
 * tell.
 */
function lacksType({ model }: OpenGraph, stock: Answer, answer: Answer): boolean {
  const own = stock.errors.filter((error) => !answer.errors.includes(error));
  return model.pools.has('Media') && own.some((error) => error.endsWith('INCOMPLETE_ANSWER'));
}

/**
 * Tells if the stock executor may have passed on a lost element of a list as null: a field that requires the
 * list then has a value.
 */
function passesLossOn({ model }: OpenGraph, { faults }: Asked, stock: Answer, answer: Answer): boolean {
  const own = answer.errors.filter((error) => !stock.errors.includes(error));
  const requires = (error: string) => model.requires.has(/"([^"]*)"\] /.exec(error)?.[1] ?? '');
  return faults.some(({ kind }) => kind === 'stray error') && own.length > 0 && own.every(requires);
}

/** The stock executor asks the subgraph that is overridden, where another one may be down. */
const hasLabelInForce = ({ model }: OpenGraph): boolean =>
  model.subgraphs.some(({ sdl }) => sdl.includes(`label: "${labelInForce}"`));

/**
 * Tells if the stock executor only lacks fields that it did not ask for. Its values without an error are true
 * here too, which was checked before.
 */
function losesMore(stock: Answer, answer: Answer): boolean {
  const own = stock.errors.filter((error) => !answer.errors.includes(error));
  const isIncomplete = own.length > 0 && own.every((error) => error.endsWith('INCOMPLETE_ANSWER'));
  return isIncomplete && answer.errors.every((error) => stock.errors.includes(error));
}

/**
 * Tells if the stock executor answers an operation correctly without faults. It confuses an alias with the
 * field of that name, with the error of one of them.
 */
async function isStockRight(open: OpenGraph, asked: Asked, whole: Answer): Promise<boolean> {
  if (namesAField(open, asked.query)) return false;
  if (open.model.nullKeys) return true;
  const answer = await answerOf(open, 'stock', { ...asked, faults: [], scopes: everyScope });
  return exact(whole, answer) === undefined;
}

function namesAField({ apiSchema }: OpenGraph, query: string): boolean {
  const names = new Set(
    Object.values(apiSchema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__') ? Object.keys(type.getFields()) : [],
    ),
  );
  let found = false;
  visit(parse(query), {
    Field({ alias, name }) {
      if (alias && alias.value !== name.value && names.has(alias.value)) found = true;
    },
  });
  return found;
}

/** Returns how an answer differs from the whole one. */
function exact(whole: Answer, answer: Answer): string | undefined {
  if (answer.errors.length > 0) return `an error: ${answer.errors[0] ?? ''}`;
  if (answer.data !== whole.data) return 'other data than one schema has';
  return answer.mutations.map(fieldOf).join() === whole.mutations.join() ? undefined : 'other mutations';
}

const fieldOf = (mutation: string) => mutation.slice(mutation.indexOf('.') + 1);

/** Returns what of an answer is neither true nor an error. */
function unsound(whole: Answer, { data, errors }: Answer): string | undefined {
  if (data === undefined) return errors[0] === 'refused: FORBIDDEN' ? undefined : errors[0];
  return silentLosses(whole.data ?? 'null', data, errors)[0];
}

/** Where two things fail, either may be the reason that is told. */
function compare(stock: Answer, answer: Answer, anyReason: boolean): string | undefined {
  if (stock.data !== answer.data) return 'other data than the stock executor';
  const errors = ({ errors: all }: Answer) =>
    all.map((error) => (anyReason ? error.slice(0, error.lastIndexOf(' ')) : error)).join('\n');
  if (errors(stock) !== errors(answer)) return 'other errors than the stock executor';
  return stock.mutations.join() === answer.mutations.join()
    ? undefined
    : 'other mutations than the stock executor';
}
