import { join } from 'node:path';
import type { ClaimRecord } from '../../claim/claim.record';
import { type QuotationRecord, quotationIdOf } from '../../claim/quotation.record';
import { claimOfFile } from './claimOfFile.rules';
import { type FileClaim, fileClaimForm, problemsOf, type SourceOfFile } from './claimsFile.form';
import { lengthInCharacters, readSourceText, type SourceText } from './sourceText';

/** A claim that is not believed, and why. */
export interface QuarantinedClaim {
  /** The id in the file, or where in the file it is, such as `claims[3]`. */
  readonly id: string;
  readonly reason: string;
  /** The place by its entry, in characters. */
  readonly place?: { readonly file: string; readonly offset: number; readonly length: number };
  readonly expected?: string;
  /** The text there, with the characters around it. */
  readonly found?: string;
  /** The first place of its words in the text, if anywhere. */
  readonly standsAt?: number | null;
}

/** A claim whose words stand where it says. */
export interface VerifiedClaim {
  readonly fileId: string;
  readonly claim: ClaimRecord;
  readonly quotation: QuotationRecord;
}

export interface CheckedClaims {
  readonly verified: readonly VerifiedClaim[];
  readonly quarantine: readonly QuarantinedClaim[];
}

/** The number of characters shown around a place. */
const around = 24;

type Sources = Readonly<Record<string, SourceOfFile>>;

/** Checks each claim: its form, its id, and its words at their place in their source's text. Writes nothing. */
export function checkClaims(given: readonly unknown[], sources: Sources, folder: string): CheckedClaims {
  const texts = new Map<string, ReturnType<typeof readSourceText>>();
  const textOf = (file: string) => {
    const text = texts.get(file) ?? readSourceText(join(folder, file));
    texts.set(file, text);
    return text;
  };
  const ids = new Set<string>();
  const checked = given.map((raw, i): VerifiedClaim | QuarantinedClaim => {
    const form = fileClaimForm.safeParse(raw);
    if (!form.success) return { id: idIn(raw) ?? `claims[${i}]`, reason: problemsOf(form.error) };
    const claim = form.data;
    if (ids.has(claim.id)) return { id: claim.id, reason: `the id ${claim.id} is there twice` };
    ids.add(claim.id);
    const source = Object.hasOwn(sources, claim.source) ? sources[claim.source] : undefined;
    if (!source)
      return { id: claim.id, reason: `the source ${JSON.stringify(claim.source)} is not in the file` };
    const text = textOf(source.file);
    if ('problem' in text) return { id: claim.id, reason: text.problem };
    return atItsPlace(claim, source, text);
  });
  return {
    verified: checked.filter((one) => 'claim' in one),
    quarantine: checked.filter((one) => 'reason' in one),
  };
}

function atItsPlace(
  claim: FileClaim,
  source: SourceOfFile,
  text: SourceText,
): VerifiedClaim | QuarantinedClaim {
  const { id, quote, offset } = claim;
  const length = lengthInCharacters(quote);
  const found = text.slice(offset, offset + length);
  if (found !== quote) {
    const beyond = offset + length > text.length;
    return {
      id,
      reason: beyond
        ? `its place ends at ${offset + length}, beyond the end of ${source.file} (${text.length} characters)`
        : `its words are not what stands at its place in ${source.file}`,
      place: { file: source.file, offset, length },
      expected: quote,
      found: text.slice(Math.max(0, offset - around), offset + length + around),
      standsAt: text.find(quote),
    };
  }
  const place = { textSha256: text.sha256, offset, length };
  return {
    fileId: id,
    claim: claimOfFile(claim, { place, source }),
    quotation: { _id: quotationIdOf(place), quote },
  };
}

function idIn(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  return typeof id === 'string' && id !== '' ? id.slice(0, 100) : null;
}
