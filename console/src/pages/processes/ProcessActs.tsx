import { Button, Group, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  AmendLegalProcessDocument,
  type Disclosure,
  type LegalProcessQuery,
  WithdrawLegalProcessDocument,
} from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { CommandDialog } from '../../parts/CommandDialog';
import { instantOf, isDay } from '../../parts/day';
import { RecordButton } from '../../recording/RecordButton';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { formTexts } from '../../texts/forms';
import { processTexts } from '../../texts/processes';
import { processCorrection } from './processCorrection';

type ProcessShown = NonNullable<LegalProcessQuery['legalProcess']>;

interface ProcessActProps {
  readonly process: ProcessShown;
  readonly onClose: () => void;
}

/** The acts of legal on a process that was not withdrawn. */
export function ProcessActs({ process }: { readonly process: ProcessShown }) {
  const session = useSession();
  const [open, setOpen] = useState<'AMEND' | 'WITHDRAW'>();
  if (!mayDo(session, 'recordProcess') || process.withdrawn) return null;
  const close = () => setOpen(undefined);
  return (
    <Group gap="xs" className="no-print">
      <Button size="xs" variant="default" onClick={() => setOpen('AMEND')}>
        {formTexts.amend}
      </Button>
      <Button size="xs" variant="default" onClick={() => setOpen('WITHDRAW')}>
        {formTexts.withdraw}
      </Button>
      <RecordButton recording={processCorrection(process)} />
      {open === 'AMEND' ? <AmendDialog process={process} onClose={close} /> : null}
      {open === 'WITHDRAW' ? <WithdrawDialog process={process} onClose={close} /> : null}
    </Group>
  );
}

const dayOf = (at: string | null | undefined) => at?.slice(0, 10) ?? '';

/** Sends only what was changed: the rest stays as it was. */
function AmendDialog({ process, onClose }: ProcessActProps) {
  const { id } = process;
  const [served, setServed] = useState(dayOf(process.served));
  const [expiry, setExpiry] = useState(dayOf(process.expiry));
  const [scope, setScope] = useState<string[]>([...process.scope]);
  const [disclosure, setDisclosure] = useState<Disclosure | null>(null);
  const [mayNotify, setMayNotify] = useState<'yes' | 'no' | null>(null);
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const amending = useAct(AmendLegalProcessDocument);
  // A day of service can be corrected, and not taken away.
  const isServedWrong = served === '' ? Boolean(process.served) : !isDay(served);
  const isExpiryWrong = expiry !== '' && !isDay(expiry);
  const amend = () =>
    amending.mutate(
      {
        input: {
          key,
          process: id,
          reason: reason.trim(),
          ...(served !== dayOf(process.served) ? { served: instantOf(served) } : {}),
          ...(expiry === dayOf(process.expiry) ? {} : { expiry: instantOf(expiry) }),
          ...(scope.join(' ') === process.scope.join(' ') ? {} : { scope }),
          ...(disclosure === null ? {} : { disclosure }),
          ...(mayNotify === null ? {} : { mayNotify: mayNotify === 'yes' }),
        },
      },
      { onSuccess: onClose },
    );
  return (
    <CommandDialog
      title={formTexts.amend}
      submit={formTexts.amend}
      disabled={isServedWrong || isExpiryWrong || reason.trim() === ''}
      acting={amending}
      onSubmit={amend}
      onClose={onClose}
    >
      <TextInput
        label={processTexts.served}
        value={served}
        error={isServedWrong ? processTexts.badDate : undefined}
        onChange={(event) => setServed(event.currentTarget.value.trim())}
      />
      <TextInput
        label={processTexts.expiry}
        description={formTexts.expiryHint}
        value={expiry}
        error={isExpiryWrong ? processTexts.badDate : undefined}
        onChange={(event) => setExpiry(event.currentTarget.value.trim())}
      />
      <TagsInput label={processTexts.accounts} value={scope} onChange={setScope} />
      <Select
        label={processTexts.disclosure}
        placeholder={formTexts.unchanged}
        clearable
        data={[
          { value: 'RESTRICTED', label: processTexts.restricted },
          { value: 'OPEN', label: processTexts.open },
        ]}
        value={disclosure}
        onChange={(value) => setDisclosure(value)}
      />
      <Select
        label={processTexts.mayNotify}
        placeholder={formTexts.unchanged}
        clearable
        data={[
          { value: 'yes', label: formTexts.yes },
          { value: 'no', label: formTexts.no },
        ]}
        value={mayNotify}
        onChange={(value) => setMayNotify(value)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}

function WithdrawDialog({ process, onClose }: ProcessActProps) {
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const withdrawing = useAct(WithdrawLegalProcessDocument);
  return (
    <CommandDialog
      title={formTexts.withdraw}
      submit={formTexts.withdraw}
      disabled={reason.trim() === ''}
      acting={withdrawing}
      onSubmit={() =>
        withdrawing.mutate(
          { input: { key, process: process.id, reason: reason.trim() } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
    </CommandDialog>
  );
}

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

const ReasonField = ({ value, onChange }: ReasonFieldProps) => (
  <Textarea
    label={formTexts.reason}
    required
    autosize
    minRows={2}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);
