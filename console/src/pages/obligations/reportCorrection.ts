import { carryOut } from '../../graph/carryOut';
import { CorrectReportDocument, type FiledReportsQuery } from '../../graph/generated/graphql';
import type { Recording } from '../../recording/RecordButton';
import { givenOf, idsOf, textOf, type Typed } from '../../recording/typed';
import { recordingTexts as texts } from '../../texts/recording';

type Report = NonNullable<FiledReportsQuery['filedReports']>['nodes'][number];

const listOf = (typed: Typed, name: string) => {
  const ids = idsOf(typed, name);
  return ids.length > 0 ? ids : null;
};

/** A correction states the report anew. Its filer stays the same, and so do obligations and accounts where none is typed. */
export const reportCorrection = ({ id, kind, filedAt, reference, sha256 }: Report): Recording => ({
  label: texts.correctReport,
  fields: [
    { name: 'event', label: texts.event, kind: 'NUMBER', hint: texts.eventHint, required: true },
    { name: 'kind', label: texts.kindOfReport, kind: 'TEXT', required: true },
    { name: 'filedOn', label: texts.filedOn, kind: 'DAY', required: true },
    { name: 'reference', label: texts.reference, kind: 'TEXT' },
    { name: 'obligations', label: texts.obligations, kind: 'IDS', hint: texts.unchanged },
    { name: 'accounts', label: texts.accounts, kind: 'IDS', hint: texts.unchanged },
    { name: 'reason', label: texts.reason, kind: 'TEXT', required: true },
  ],
  initial: { kind, filedOn: filedAt.slice(0, 10), reference: reference ?? '' },
  send: (typed, key) => {
    const filedOn = textOf(typed, 'filedOn');
    return carryOut(CorrectReportDocument, {
      input: {
        key,
        id,
        event: Number(textOf(typed, 'event')),
        kind: textOf(typed, 'kind'),
        filedAt: filedOn === filedAt.slice(0, 10) ? filedAt : `${filedOn}T00:00:00Z`,
        reference: givenOf(typed, 'reference'),
        obligations: listOf(typed, 'obligations'),
        accounts: listOf(typed, 'accounts'),
        sha256: sha256 ?? null,
        reason: textOf(typed, 'reason'),
      },
    });
  },
});
