import { stringify } from 'yaml';
import type { AttributionRecord } from '../attribution/attribution.record';
import { exportedTag } from './exportedTag.rules';

/**
 * Writes the text of a TagPack, piece by piece. It is YAML 1.1, which GraphSense's tools read: text such as
 * `NO` is quoted, and `lastmod` is a date. Calls `skipped` with each statement that has no form as a tag.
 */
export async function* writeTagpack(
  statements: AsyncIterable<AttributionRecord>,
  { now, skipped }: { readonly now: Date; readonly skipped: () => void },
): AsyncGenerator<string> {
  yield yaml({
    title: 'Cordon export',
    creator: 'Cordon',
    description: `Statements about wallets that are in force, exported at ${now.toISOString()}.`,
  });
  let any = false;
  for await (const statement of statements) {
    const tag = exportedTag(statement);
    if (tag === null) skipped();
    else {
      yield `${any ? '' : 'tags:\n'}${yaml([tag])}`;
      any = true;
    }
  }
  if (!any) yield 'tags: []\n';
}

const yaml = (value: unknown) => stringify(value, { version: '1.1', lineWidth: 0 });
