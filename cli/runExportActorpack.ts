import { writeActorpack } from '../subgraphs/sanctions/export/writeActorpack.store';
import { withSanctions, withStore } from './withDatabases';
import { writeOut } from './writeOut';

/** `cordon export actorpack`: YAML on stdout. */
export async function runExportActorpack({ dataDir }: { readonly dataDir?: string }): Promise<void> {
  await withStore(dataDir, (target) =>
    withSanctions(target, ({ actors }) => writeOut(writeActorpack(actors))),
  );
}
