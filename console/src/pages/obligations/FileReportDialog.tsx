import { TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FileReportDocument } from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { CommandDialog } from '../../parts/CommandDialog';
import { dayOf, isDay } from '../../parts/day';
import { obligationTexts } from '../../texts/obligations';
import type { ObligationRow } from './obligationRow';

export interface FileReportDialogProps {
  /** Left out: the report meets none. */
  readonly obligation?: ObligationRow;
  readonly onClose: () => void;
}

export function FileReportDialog({ obligation, onClose }: FileReportDialogProps) {
  const [kind, setKind] = useState<string>(obligation?.kind ?? '');
  const [accounts, setAccounts] = useState<string[]>([]);
  const [filedOn, setFiledOn] = useState(() => dayOf(Date.now()));
  const [reference, setReference] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const filing = useAct(FileReportDocument);
  const file = () => {
    const input = {
      key,
      kind: kind.trim(),
      filedAt: `${filedOn}T00:00:00Z`,
      reference: reference.trim() || null,
      obligations: obligation ? [obligation.id] : null,
      accounts: accounts.length > 0 ? accounts : null,
    };
    filing.mutate({ input }, { onSuccess: onClose });
  };
  return (
    <CommandDialog
      title={obligationTexts.fileTitle}
      submit={obligationTexts.submit}
      disabled={!isDay(filedOn) || kind.trim() === ''}
      acting={filing}
      onSubmit={file}
      onClose={onClose}
    >
      {obligation ? (
        <Text size="sm">{obligation.about}</Text>
      ) : (
        <>
          <TextInput
            label={obligationTexts.reportKind}
            description={obligationTexts.kindNeeded}
            required
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value)}
          />
          <TagsInput label={obligationTexts.aboutAccounts} value={accounts} onChange={setAccounts} />
        </>
      )}
      <TextInput
        label={obligationTexts.filedOn}
        value={filedOn}
        error={isDay(filedOn) ? undefined : obligationTexts.badDay}
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
