import { versionContent } from '../list/content.rules';
import type { ListReading } from '../list/listReading';
import type { ListVersionStore } from '../list/listVersion.store';
import { ImportError } from '../importLease/importError';
import { unchanged } from './readText';

/** Throws ImportError where this version was withdrawn with the same content: it must not come back by another import. */
export async function rejectWithdrawn(
  store: ListVersionStore,
  { list, file, entries }: ListReading,
  version: string,
): Promise<void> {
  const withdrawn = (await store.withdrawn()).filter((one) => one.list === list && one.version === version);
  if (withdrawn.length === 0) return;
  const ids = new Set(versionContent(list, entries).chunks.map(({ _id }) => _id));
  const same = withdrawn.find(
    ({ chunks }) => chunks.length === ids.size && chunks.every(({ id }) => ids.has(id)),
  );
  if (same)
    throw new ImportError(
      `${file} (${list}): version ${version} with this content was withdrawn at ${same.withdrawnAt.toISOString()} ` +
        `(${same.reason}): ${unchanged}. Import the right files, or give the right --version`,
    );
}
