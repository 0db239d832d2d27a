import { statementsInForce } from '../../subgraphs/attribution/export/exportStatements.store';
import { writeTagpack } from '../../subgraphs/attribution/export/writeTagpack';
import { withAttribution, withStore } from '../databases/withDatabases';
import { writeOut } from '../output/writeOut';

export interface ExportTagpackOptions {
  readonly actor?: string;
  readonly dataDir?: string;
}

/**
 * `cordon export tagpack [--actor <id>]`: YAML on stdout. Statements without a form as a tag are counted on
 * stderr.
 */
export async function runExportTagpack({ actor, dataDir }: ExportTagpackOptions): Promise<void> {
  const now = new Date();
  let skipped = 0;
  await withStore(dataDir, (target) =>
    withAttribution(target, ({ attributions }) =>
      writeOut(
        writeTagpack(statementsInForce(attributions, { actorId: actor ?? null, now }), {
          now,
          skipped() {
            skipped++;
          },
        }),
      ),
    ),
  );
  if (skipped > 0)
    process.stderr.write(
      `${skipped} statements of addresses that no chain reads are omitted: a tag needs one\n`,
    );
}
