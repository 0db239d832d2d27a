import { Button, Select, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { StateAttributionDocument } from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { CommandDialog } from '../../parts/CommandDialog';
import { wordsOf } from '../../parts/words';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { formTexts } from '../../texts/forms';

/** States or disputes by hand whose a wallet is; it stands beside what others say. */
export function StateAttribution({ wallet }: { readonly wallet: string }) {
  const session = useSession();
  const [stance, setStance] = useState<'ASSERTS' | 'DISPUTES'>();
  if (!mayDo(session, 'attribute')) return null;
  return (
    <Button.Group className="no-print">
      <Button size="xs" variant="default" onClick={() => setStance('ASSERTS')}>
        {formTexts.state}
      </Button>
      <Button size="xs" variant="default" onClick={() => setStance('DISPUTES')}>
        {formTexts.dispute}
      </Button>
      {stance ? <StateDialog wallet={wallet} stance={stance} onClose={() => setStance(undefined)} /> : null}
    </Button.Group>
  );
}

interface StateDialogProps {
  readonly wallet: string;
  readonly stance: 'ASSERTS' | 'DISPUTES';
  readonly onClose: () => void;
}

const empty = { actorId: '', label: '', method: '', evidenceUrl: '' };

function StateDialog({ wallet, stance, onClose }: StateDialogProps) {
  const [form, setForm] = useState(empty);
  const [confidenceId, setConfidenceId] = useState<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const stating = useAct(StateAttributionDocument);
  const { actorId, label, method, evidenceUrl } = form;
  const named = actorId.trim() !== '' || label.trim() !== '';
  const submit = () =>
    stating.mutate(
      {
        input: {
          key,
          wallet,
          stance,
          actorId: actorId.trim() || null,
          label: label.trim() || null,
          confidenceId: confidenceId ?? '',
          method: method.trim(),
          evidenceUrl: evidenceUrl.trim() || null,
        },
      },
      { onSuccess: onClose },
    );
  const text = (field: 'actorId' | 'label' | 'evidenceUrl') => (
    <TextInput
      label={formTexts[field]}
      value={form[field]}
      onChange={({ currentTarget }) => setForm({ ...form, [field]: currentTarget.value })}
    />
  );
  return (
    <CommandDialog
      title={stance === 'ASSERTS' ? formTexts.state : formTexts.dispute}
      submit={formTexts.record}
      disabled={!named || confidenceId === null || method.trim() === ''}
      acting={stating}
      onSubmit={submit}
      onClose={onClose}
    >
      {text('actorId')}
      {text('label')}
      <Select
        label={formTexts.confidence}
        withAsterisk
        data={confidences.map((value) => ({ value, label: wordsOf(value) }))}
        value={confidenceId}
        onChange={setConfidenceId}
        searchable
      />
      <Textarea
        label={formTexts.method}
        withAsterisk
        autosize
        minRows={2}
        value={method}
        onChange={({ currentTarget }) => setForm({ ...form, method: currentTarget.value })}
      />
      {text('evidenceUrl')}
    </CommandDialog>
  );
}

/** GraphSense's confidence ids that a statement by hand can rest on, the surest first; the subgraph has the table. */
const confidences = [
  'ownership',
  'ledger_immanent',
  'manual_transaction',
  'service_api',
  'forensic_investigation',
  'authority_data',
  'trusted_provider',
  'service_data',
  'forensic',
  'untrusted_transaction',
  'web_crawl',
  'heuristic',
  'unknown',
];
