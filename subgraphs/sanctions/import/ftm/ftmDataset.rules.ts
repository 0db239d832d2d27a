import { basename, dirname } from 'node:path';
import { ImportError } from '../../importLease/importError';
import { unchanged } from '../readText';
import type { FtmEntity } from './ftmEntity';

/** The form of a data set's name at OpenSanctions. */
const nameForm = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/**
 * Returns the id of the list: `opensanctions:<dataset>`. The data set is the given one, else the one of every
 * entity. A file that names none is identified by its own name, or its folder's. Throws ImportError where the
 * entities are of several data sets: the name of a collection is not in its files.
 */
export function ftmListId(file: string, entities: readonly FtmEntity[], given?: string): string {
  if (given !== undefined) {
    if (nameForm.test(given)) return `opensanctions:${given}`;
    throw new ImportError(
      `${JSON.stringify(given)} is not the name of a data set (lower-case letters, digits and _, such as us_ofac_sdn): ${unchanged}`,
    );
  }
  const named = new Set(entities.flatMap(({ datasets }) => datasets));
  const common = [...named].filter((dataset) => entities.every(({ datasets }) => datasets.includes(dataset)));
  const [only, ...others] = common;
  if (only !== undefined && others.length === 0 && nameForm.test(only)) return `opensanctions:${only}`;
  if (named.size > 0)
    throw new ImportError(
      `${basename(file)} has entities of ${named.size} data sets, and does not name its collection. Give its name with --dataset (such as --dataset sanctions): ${unchanged}`,
    );
  return `opensanctions:${nameOfFile(file)}`;
}

function nameOfFile(file: string): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '_')
      .replace(/^[_-]+|_+$/g, '');
  const own = plain(basename(file).replace(/(\.ftm)?(\.[a-z]+)?$/i, ''));
  const name = own === '' || own === 'entities' ? plain(basename(dirname(file))) : own;
  return nameForm.test(name) ? name : 'unnamed';
}
