import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FileReportDocument } from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { CommandDialog } from '../../parts/CommandDialog';
import { dayOf, isDay } from '../../parts/day';
import { obligationTexts } from '../../texts/more';
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
  const file = () => {
    const { id, kind } = obligation;
    const input = {
      key,
      kind,
      filedAt: `${filedOn}T00:00:00Z`,
      reference: reference.trim() || null,
      obligations: [id],
    };
    filing.mutate({ input }, { onSuccess: onClose });
  };
  return (
    <CommandDialog
      title={obligationTexts.fileTitle}
      submit={obligationTexts.submit}
      disabled={!isDay(filedOn)}
      acting={filing}
      onSubmit={file}
      onClose={onClose}
    >
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
    </CommandDialog>
  );
}
