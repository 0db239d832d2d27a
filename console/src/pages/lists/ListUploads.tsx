import { Title } from '@mantine/core';
import type { ListUploadShownFragment } from '../../graph/generated/graphql';
import { Facts } from '../../parts/Facts';
import { PagedRows } from '../../parts/PagedRows';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { uploadTexts } from '../../texts/uploads';
import { DecideListUpload } from './DecideListUpload';
import { UploadProgress } from './UploadProgress';
import { useListUploads } from './useListUploads';

type Report = NonNullable<ListUploadShownFragment['reports']>[number];

/** The lists that were uploaded, with their reports; another person than who uploaded one decides it here. */
export function ListUploads() {
  const pages = useListUploads();
  return (
    <Section title={uploadTexts.lists} hint={uploadTexts.listsHint}>
      <PagedRows pages={pages} empty={uploadTexts.noLists} gap="lg">
        {(uploads) => uploads.map((upload) => <OneUpload key={upload.id} upload={upload} />)}
      </PagedRows>
    </Section>
  );
}

function OneUpload({ upload }: { readonly upload: ListUploadShownFragment }) {
  const { id, uploadedAt, uploadedBy, files, reports, format, decidedBy, decidedAt, decisionReason } = upload;
  return (
    <article aria-label={uploadTexts.uploadNamed(id)}>
      <UploadProgress {...upload} />
      <Facts
        of={[
          [uploadTexts.by, uploadedBy],
          [uploadTexts.at, <When at={uploadedAt} />],
          [uploadTexts.format, format],
          [
            uploadTexts.files,
            files.length === 0
              ? null
              : files.map(({ name, bytes, sha256 }) => (
                  <div key={name}>
                    {name}, {uploadTexts.bytes(bytes)} <span className="mono">{sha256.slice(0, 16)}…</span>
                  </div>
                )),
          ],
          [uploadTexts.decidedBy, decidedBy ?? null],
          [uploadTexts.decidedAt, decidedAt ? <When at={decidedAt} /> : null],
          [uploadTexts.reason, decisionReason ?? null],
        ]}
      />
      {reports?.map((report) => (
        <OneReport key={report.list} report={report} />
      ))}
      {upload.state === 'WAITING' ? <DecideListUpload upload={upload} /> : null}
    </article>
  );
}

const count = new Intl.NumberFormat('en-GB');

function OneReport({ report }: { readonly report: Report }) {
  const { list, version, dateAssumed, inForce, absent, warnings } = report;
  const numbers = (
    ['entries', 'added', 'removed', 'changed', 'relinked', 'wallets', 'quarantined'] as const
  ).map((name) => [uploadTexts.report[name], count.format(report[name])] as const);
  return (
    <>
      <Title order={3} size="h5" mt="sm">
        {uploadTexts.reportOf(list, version)}
      </Title>
      <Facts
        of={[
          ...numbers,
          [uploadTexts.dateAssumed, dateAssumed ? uploadTexts.yes : null],
          [uploadTexts.notInForce, inForce === version ? null : inForce],
          [uploadTexts.absent, absent.length > 0 ? absent.join(', ') : null],
          [
            uploadTexts.warnings,
            warnings.length === 0 ? null : warnings.map((warning) => <div key={warning}>{warning}</div>),
          ],
        ]}
      />
    </>
  );
}
