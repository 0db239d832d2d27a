import { deserialize, type Double, serialize } from 'bson';
import { decodeDocument } from '../../src/bson/decode';
import { encodeDocument } from '../../src/bson/encode';
import { compileExpression } from '../../src/expressions/expression';
import { expressionNames } from '../../src/expressions/ownOperators';
import { date, decimal, double } from '../support/bsonValues';
import { dateExpressionAnswers } from '../support/dateExpressionAnswers';
import { expressionAnswers } from '../support/expressionAnswers';
import { textExpressionAnswers } from '../support/textExpressionAnswers';

const answers = [...expressionAnswers, ...textExpressionAnswers, ...dateExpressionAnswers];
const day = date('2017-01-01T12:29:09.123Z');

/**
 * Evaluates an expression on a document, and returns the result with its BSON types; undefined where the
 * result is missing.
 */
function evaluate(expression: unknown, document: object = {}): unknown {
  const source = decodeDocument(Buffer.from(serialize({ expression }))).get('expression')!;
  const result = compileExpression(source)(decodeDocument(Buffer.from(serialize(document))));
  const bytes = encodeDocument(new Map(result === undefined ? [] : [['result', result]]));
  return deserialize(bytes, { promoteValues: false })['result'];
}

describe('an expression', () => {
  it.each(answers)('%j', (expression, expected, document = {}) => {
    expect(evaluate(expression, document)).toEqual(expected);
  });

  it('is tested for each operator that there is', () => {
    const tested = new Set(answers.map(([expression]) => Object.keys(expression)[0]));
    tested.add('$rand');
    expect([...tested].sort()).toEqual([...expressionNames].sort());
  });

  it('may be random', () => {
    const { value } = evaluate({ $rand: {} }) as Double;
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
  });

  it.each([
    [{ $function: { body: 'x', args: [], lang: 'js' } }, 168],
    [{ $sin: 1 }, 168],
    [{ $bitAnd: [1, 2] }, 168],
    [{ $toHashedIndexKey: 1 }, 168],
    [{ $stdDevPop: [1, 2] }, 168],
    [{ $toInt: 'x' }, 241],
    [{ $toInt: double(2147483648) }, 241],
    [{ $toInt: '1.5' }, 241],
    [{ $toLong: double(1e19) }, 241],
    [{ $toDate: 'yesterday' }, 241],
    [{ $toDate: '2018-02-30' }, 241],
    [{ $toObjectId: 'x' }, 241],
    [{ $dateFromString: { dateString: '2018-13-01' } }, 241],
    [{ $dateFromString: { dateString: 'Jun 5 2018', format: '%b %d %Y' } }, 2],
    [{ $divide: [1, 0] }, 2],
    [{ $mod: [1, 0] }, 2],
    [{ $pow: [0, -1] }, 2],
    [{ $ln: 0 }, 2],
    [{ $sqrt: -1 }, 2],
    [{ $exp: decimal('1') }, 2],
    [{ $round: [1, 101] }, 2],
    [{ $concat: ['a', 1] }, 14],
    [{ $strLenCP: null }, 14],
    [{ $split: ['a', ''] }, 2],
    [{ $substrBytes: ['é', 1, 1] }, 2],
    [{ $indexOfBytes: ['vanilla', 'll', -1] }, 2],
    [{ $indexOfBytes: ['vanilla', null] }, 14],
    [{ $range: [0, 5, 0] }, 2],
    [{ $slice: [[1], 0, 0] }, 2],
    [{ $year: 'x' }, 14],
    [{ $year: { date: day, timezone: 'Mars/Olympus' } }, 40485],
    [{ $year: { date: day, zone: 'UTC' } }, 9],
    [{ $dateAdd: { startDate: day, unit: 'fortnight', amount: 1 } }, 9],
    [{ $dateAdd: { startDate: day, unit: 'day', amount: double(1.5) } }, 2],
    [{ $dateAdd: { startDate: day, unit: 'year', amount: 1e9 } }, 2],
    [{ $dateTrunc: { date: day, unit: 'day', binSize: 0 } }, 2],
    [{ $dateToString: { date: day, format: '%x' } }, 2],
    [{ $dateFromParts: { year: 2017, isoWeek: 1 } }, 2],
    [{ $dateFromParts: { year: 10000 } }, 2],
    [{ $trim: { chars: 'a' } }, 9],
    [{ $regexMatch: { input: 'a', regex: '(?=a)' } }, 51091],
    [{ $regexMatch: { input: 'a', regex: /a/i, options: 'm' } }, 2],
    [{ $regexMatch: { input: 5, regex: 'a' } }, 14],
    [{ $setField: { field: 'a', input: 1, value: 1 } }, 14],
    [{ $convert: { input: 1, to: 'regex' } }, 2],
  ])('that is unknown or has a wrong operand is an error: %j', (expression, code) => {
    expect(() => evaluate(expression)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
