import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FileReportDocument } from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { RefusalNote } from '../../parts/RefusalNote';
import { obligationTexts } from '../../texts/more';
import { partTexts } from '../../texts/parts';
import { dayOf, isDay } from '../account/timeRange';
import type { ObligationRow } from './obligationRow';

export interface FileReportDialogProps {
  readonly obligation: ObligationRow;
  readonly onClose: () => void;
}

export function FileReportDialog({ obligation, onClose }: FileReportDialogProps) {
  const [filedOn, setFiledOn] = useState(() => dayOf(Date.now()));
  const [reference, setReference] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const filing = useAct(FileReportDocument);
  const file = async () => {
    const { id, kind } = obligation;
    const input = {
      key,
      kind,
      filedAt: `${filedOn}T00:00:00Z`,
      reference: reference.trim() || null,
      obligations: [id],
    };
    await filing.mutateAsync({ input });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={obligationTexts.fileTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void file().catch(() => undefined);
        }}
      >
        <Stack>
          <Text size="sm">{obligation.about}</Text>
          <TextInput
            label={obligationTexts.filedOn}
            value={filedOn}
            error={!isDay(filedOn)}
            onChange={({ currentTarget }) => setFiledOn(currentTarget.value.trim())}
          />
          <TextInput
            label={obligationTexts.reference}
            value={reference}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
          {filing.isError ? <RefusalNote error={filing.error} /> : null}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {partTexts.cancel}
            </Button>
            <Button type="submit" loading={filing.isPending} disabled={!isDay(filedOn)}>
              {obligationTexts.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
