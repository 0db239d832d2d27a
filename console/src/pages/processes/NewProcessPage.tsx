import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { RecordLegalProcessDocument } from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { hintBelow } from '../../parts/hintBelow';
import { Page } from '../../parts/Page';
import { RejectionNote } from '../../parts/RejectionNote';
import { processTexts } from '../../texts/processes';
import { emptyForm, inputOf, problemsOf, type ProcessForm } from './processForm';
import { kindOptions } from './processKinds';

export function NewProcessPage() {
  const [form, setForm] = useState<ProcessForm>(emptyForm);
  const [tried, setTried] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const navigate = useNavigate();
  const recording = useAct(RecordLegalProcessDocument);
  const problems = problemsOf(form);
  const shown = tried ? problems : {};
  const change = (changed: Partial<ProcessForm>) => setForm((given) => ({ ...given, ...changed }));
  const record = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const { kind } = form;
    if (kind === null || Object.keys(problems).length > 0) return;
    const { recordLegalProcess } = await recording.mutateAsync({ input: inputOf({ ...form, kind }, key) });
    await navigate({
      to: '/processes/$id',
      params: { id: recordLegalProcess.id },
      search: { recorded: String(recordLegalProcess.event) },
    });
  };
  const text = (field: 'authority' | 'docket' | 'law' | 'issued' | 'served' | 'expiry', required = false) => (
    <TextInput
      label={processTexts[field]}
      value={form[field]}
      error={shown[field]}
      withAsterisk={required}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
  return (
    <Page title={processTexts.newTitle}>
      <form
        className="surface"
        style={{ padding: '1.25rem', maxWidth: 760 }}
        onSubmit={(event) => void record(event).catch(() => undefined)}
        noValidate
      >
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={processTexts.kind}
              data={kindOptions}
              value={form.kind}
              error={shown.kind}
              withAsterisk
              onChange={(kind) => change({ kind: kind })}
            />
            {text('authority', true)}
            {text('docket')}
            {text('law')}
            {text('issued')}
            {text('served')}
            {text('expiry')}
            <Select
              label={processTexts.disclosure}
              description={processTexts.disclosureHint}
              inputWrapperOrder={hintBelow}
              data={[
                { value: 'RESTRICTED', label: processTexts.restricted },
                { value: 'OPEN', label: processTexts.open },
              ]}
              value={form.disclosure}
              allowDeselect={false}
              onChange={(disclosure) => change({ disclosure: disclosure as ProcessForm['disclosure'] })}
            />
          </SimpleGrid>
          <WhomItConcerns form={form} problem={shown.accounts} onChange={change} />
          {recording.isError ? <RejectionNote error={recording.error} /> : null}
          <Group justify="end">
            <Button type="submit" loading={recording.isPending}>
              {processTexts.record}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

interface WhomItConcernsProps {
  readonly form: ProcessForm;
  readonly problem: string | undefined;
  readonly onChange: (changed: Partial<ProcessForm>) => void;
}

function WhomItConcerns({ form, problem, onChange }: WhomItConcernsProps) {
  return (
    <>
      <Checkbox
        label={processTexts.mayNotify}
        checked={form.mayNotify}
        onChange={({ currentTarget }) => onChange({ mayNotify: currentTarget.checked })}
      />
      <TagsInput
        label={processTexts.accounts}
        description={processTexts.accountsHint}
        value={[...form.accounts]}
        error={problem}
        withAsterisk
        onChange={(accounts) => onChange({ accounts })}
      />
      <TagsInput
        label={processTexts.audience}
        description={processTexts.audienceHint}
        value={[...form.audience]}
        onChange={(audience) => onChange({ audience })}
      />
    </>
  );
}
