import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { RetractAttributionDocument } from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { CommandDialog } from '../../parts/CommandDialog';
import { formTexts } from '../../texts/forms';

/** Statements of our own analysts have ids of this form; only these can be retracted here. */
const manualId = /^hand:/;

interface RetractProps {
  readonly attribution: { readonly id: string; readonly stance: string; readonly retracted: boolean };
}

/** Offers to retract a statement of our own analysts, which is no retraction itself. It stays, marked. */
export function RetractAttribution({ attribution: { id, stance, retracted } }: RetractProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (retracted || stance === 'RETRACTS' || !manualId.test(id)) return null;
  return (
    <>
      <Button size="compact-xs" variant="default" className="no-print" onClick={() => setIsOpen(true)}>
        {formTexts.retract}
      </Button>
      {isOpen ? <RetractDialog id={id} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function RetractDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const retracting = useAct(RetractAttributionDocument);
  return (
    <CommandDialog
      title={formTexts.retractTitle}
      submit={formTexts.retractSubmit}
      color="red"
      disabled={reason.trim() === ''}
      acting={retracting}
      onSubmit={() =>
        retracting.mutate({ input: { key, id, reason: reason.trim() } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Text size="sm">{formTexts.retractHint}</Text>
      <Textarea
        label={formTexts.reason}
        required
        value={reason}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </CommandDialog>
  );
}
