import { relative } from 'node:path';
import type { WalletFacts } from '../../../../shared/caip/wallet';
import { openListFile } from '../../../../shared/yaml/listFile';
import { YamlFileError } from '../../../../shared/yaml/yamlFileError';
import type { AttributionRecord } from '../../attribution/attribution.record';
import { type Provenance, provenanceOf } from './provenance.rules';
import { readHeader, readTag, type Tag } from './tagForm.rules';
import { type TaggedAt, tagStatement } from './tagStatement.rules';
import { tagWallet } from './tagWallet.rules';

export interface TaggedStatement {
  readonly line: number;
  readonly statement: AttributionRecord;
  /** The actor, as the tag names it. */
  readonly actor: string | null;
  /** The statement that the tag says it was exported from: where that is here, it is this one. */
  readonly exportedFrom: string | null;
}

/** The result of reading one tag, with its line in the file, from 1. */
export type TagReading =
  TaggedStatement | { readonly line: number; readonly problem: string; readonly text: string };

export interface ReadTagpackOptions {
  /** The folder that is imported: the pack's URI is its path within, and includes must not leave it. */
  readonly within: string;
  readonly now: Date;
}

/** Streams the tags of a TagPack (GraphSense). Throws YamlFileError where the file as a whole is none. */
export async function* readTagpack(
  file: string,
  { within, now }: ReadTagpackOptions,
): AsyncGenerator<TagReading> {
  const pack = await openListFile(file, { list: 'tags', within });
  const header = readHeader(pack.header);
  if ('problem' in header) throw new YamlFileError(`${file}: the header of a TagPack: ${header.problem}`);
  const uri = relative(within, file);
  for await (const reading of pack.items()) {
    const { line } = reading;
    if ('problem' in reading) {
      yield reading;
      continue;
    }
    const read = readTag(reading.value, header);
    const found = 'problem' in read ? read : tagWallet(read.address, read.currency, read.network);
    if ('problem' in read || 'problem' in found) {
      const { problem } = 'problem' in read ? read : (found as { problem: string });
      yield { line, problem, text: JSON.stringify(reading.value) };
    } else
      yield {
        line,
        // That file is its source, whatever it says of others.
        statement: tagStatement(read, found.wallet, { uri, now }),
        actor: read.actor,
        exportedFrom: exportedFrom(read, found.wallet, { uri, now }),
      };
  }
}

function exportedFrom(tag: Tag, wallet: WalletFacts, at: TaggedAt): string | null {
  const provenance = provenanceOf(tag.context);
  return provenance && (provenance.statement ?? tagStatement(asExported(tag, provenance), wallet, at)._id);
}

/** The tag as it was before it was exported: of its own pack, with its own context and words. */
function asExported(tag: Tag, { title, creator, context, ...other }: Provenance): Tag {
  const { lastmod = tag.lastmod, concepts = tag.concepts, abuse = tag.abuse, tagType = tag.tagType } = other;
  return { ...tag, title, creator, context, lastmod, concepts, abuse, tagType };
}
