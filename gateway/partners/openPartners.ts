import { YamlFileError } from '../../shared/yaml/yamlFileError';
import type { Logger } from '../../shared/logger/logger';
import type { Graph } from '../graph/graph';
import type { Supergraph } from '../graph/openSupergraph';
import { oneAtATime } from '../watch/oneAtATime';
import { digestOfFiles, watchFiles } from '../watch/watchFiles';
import { checkContracts } from './checkContracts';
import { filesOfList, type ListedPartner, type PartnerList, readPartnerList } from './partnerList';

/** The partner file in force. */
export interface Partners {
  /** Undefined where the deployment has no partner file: only tokens decide then. */
  current(): PartnerList | undefined;
  /** Tries a rejected file again: the supergraph may have the tags of its contracts now. */
  retry(): void;
  close(): void;
}

/** Plans the stored operations of a partner on the graph that it is served. */
export type PrepareStored = (partner: ListedPartner, graph: Graph) => Promise<void>;

export interface PartnersOptions {
  /** The path of the partner file. */
  readonly file: string | undefined;
  readonly supergraph: Supergraph;
  readonly prepare: PrepareStored;
  readonly logger: Logger;
  /** Called for each change of the file, with true where it was rejected. */
  onReload?(rejected: boolean): void;
}

/**
 * Opens the partner file and follows it, with the stored operations that it names. A new one is in force as a whole, once
 * its contracts are loaded and its operations planned. A wrong one is logged with its lines, and the one before stays.
 * Throws YamlFileError where the first one is wrong.
 */
export async function openPartners({
  file,
  supergraph,
  prepare,
  logger,
  onReload,
}: PartnersOptions): Promise<Partners> {
  if (file === undefined) return { current: () => undefined, retry: () => undefined, close: () => undefined };
  const state = async () => {
    const files = filesOfList(file);
    return { files, digest: await digestOfFiles(files) };
  };
  let list: PartnerList | undefined;
  const load = async (): Promise<PartnerList> => {
    const next = readPartnerList(file);
    const problems = checkContracts(next, supergraph.current());
    if (problems.length > 0) throw new YamlFileError(problems.join('\n'));
    const contracts = next.partners.flatMap(({ contract }) => contract ?? []);
    await supergraph.serve(contracts, {
      async prepare(graphOf) {
        for (const partner of next.partners) await prepare(partner, graphOf(partner.contract));
      },
      inForce: () => (list = next),
    });
    return next;
  };
  const first = await state();
  await load();
  let isRejected = false;
  const take = async () => {
    try {
      const { partners } = await load();
      isRejected = false;
      logger.info({ partners: partners.length }, 'a new partner file is in force');
      onReload?.(false);
    } catch (error) {
      isRejected = true;
      onReload?.(true);
      logger.error(
        { problems: (error instanceof Error ? error.message : String(error)).split('\n') },
        'the new partner file is rejected; the one before stays in force',
      );
    }
  };
  const alone = oneAtATime();
  const watched = watchFiles(state, first, () => alone(take));
  return {
    current: () => list,
    retry: () =>
      void alone(async () => {
        if (isRejected) await take();
      }),
    close: () => watched.stop(),
  };
}
