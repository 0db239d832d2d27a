import { writeActorpack } from '../../subgraphs/sanctions/export/writeActorpack.store';
import { withSanctions, withStore } from '../databases/withDatabases';
import { writeOut } from '../output/writeOut';

/** `cordon export actorpack`: YAML on stdout. */
export async function runExportActorpack({ dataDir }: { readonly dataDir?: string }): Promise<void> {
  await withStore(dataDir, (target) =>
    withSanctions(target, ({ actors }) => writeOut(writeActorpack(actors))),
  );
}
