import { Button, FileInput, Group, Progress, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isDay } from '../../parts/day';
import { hintBelow } from '../../parts/hintBelow';
import { RejectionNote } from '../../parts/RejectionNote';
import { Section } from '../../parts/Section';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { uploadTexts } from '../../texts/uploads';
import { guessFormat, type UploadFormat, uploadFormats, uploadPath } from './guessFormat';
import { type Sending, sendFiles } from './sendFiles';

/** Sends files, with their progress. What is found in them is shown below it. */
export function UploadForm() {
  const session = useSession();
  const queries = useQueryClient();
  const formats = uploadFormats.filter((format) =>
    mayDo(session, format === 'transfers' ? 'importTransfers' : 'importLists'),
  );
  const [files, setFiles] = useState<File[]>([]);
  const [format, setFormat] = useState<UploadFormat | null>(null);
  const [version, setVersion] = useState('');
  const [dataset, setDataset] = useState('');
  const [sent, setSent] = useState(0);
  const sending = useRef<Sending>(null);
  const uploading = useMutation({
    mutationFn: (path: string) => {
      setSent(0);
      sending.current = sendFiles(path, files, setSent);
      return sending.current.done;
    },
    onSettled: () => queries.invalidateQueries(),
    onSuccess: () => setFiles([]),
  });
  const take = (given: File[]) => {
    setFiles(given);
    const guess = guessFormat(given.map(({ name }) => name));
    if (guess && formats.includes(guess)) setFormat(guess);
  };
  const badVersion = version !== '' && !isDay(version);
  return (
    <Section title={uploadTexts.title} hint={uploadTexts.hint}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (format) uploading.mutate(uploadPath(format, { version, dataset }));
        }}
      >
        <Stack>
          <Group align="start" grow preventGrowOverflow={false}>
            <FileInput
              label={uploadTexts.files}
              placeholder={uploadTexts.chooseFiles}
              multiple
              clearable
              value={files}
              onChange={take}
            />
            <Select
              label={uploadTexts.format}
              placeholder={uploadTexts.chooseFormat}
              description={files.length > 0 && !format ? uploadTexts.formatHint : undefined}
              inputWrapperOrder={hintBelow}
              data={formats.map((value) => ({ value, label: uploadTexts.formats[value] }))}
              value={format}
              onChange={(value) => setFormat(value)}
            />
            {format === 'transfers' ? null : (
              <TextInput
                label={uploadTexts.version}
                description={uploadTexts.versionHint}
                inputWrapperOrder={hintBelow}
                value={version}
                error={badVersion ? uploadTexts.badDay : undefined}
                onChange={({ currentTarget }) => setVersion(currentTarget.value.trim())}
              />
            )}
            {format === 'opensanctions' ? (
              <TextInput
                label={uploadTexts.dataset}
                description={uploadTexts.datasetHint}
                inputWrapperOrder={hintBelow}
                value={dataset}
                onChange={({ currentTarget }) => setDataset(currentTarget.value.trim())}
              />
            ) : null}
          </Group>
          {uploading.isPending ? <Sent share={sent} onStop={() => sending.current?.stop()} /> : null}
          {uploading.error ? <RejectionNote error={uploading.error} /> : null}
          <Group>
            <Button
              type="submit"
              loading={uploading.isPending}
              disabled={files.length === 0 || !format || badVersion}
            >
              {uploadTexts.upload}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Sent({ share, onStop }: { readonly share: number; readonly onStop: () => void }) {
  return (
    <div role="status">
      <Text size="sm">{uploadTexts.sent(Math.round(share * 100))}</Text>
      <Progress value={share * 100} aria-label={uploadTexts.sending} mb="xs" />
      <Button variant="default" onClick={onStop}>
        {uploadTexts.stop}
      </Button>
    </div>
  );
}
