import { code, page, table } from './markdown.mjs';

/** docs/reference/errors.md, from the deployables' tables of codes. */
export const errorReference = (codes) =>
  page([
    '# Error codes',
    '',
    'Made from the code by `npm run gen`. A code is stable: `errors[].extensions.code`. The status is that of the whole',
    'answer, where the error is all of it; an error on a field comes with 200 and its `path`.',
    '',
    "Each error also has `extensions.requestId`, the answer's `x-request-id`: quote it to the administrator of this Cordon,",
    'whose log has it. An internal error says it in its message, beside the `errorId` under which its cause is logged.',
    ...codes.flatMap(([deployable, rows]) => [
      '',
      `## ${deployable}`,
      ...table(
        ['code', 'status', 'meaning', 'what to do'],
        Object.entries(rows).map(([name, { status, meaning, remedy }]) => [
          code(name),
          status,
          meaning,
          remedy,
        ]),
      ),
    ]),
  ]);
