import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '../../parts/RefusalNote';
import { RouteLink } from '../../parts/RouteLink';
import { partTexts } from '../../texts/parts';
import { accountTexts } from '../../texts/work';
import { ActFields } from './ActFields';
import { type ActForm, type ActSubject, emptyActForm, problemOf } from './actForm';
import { type ActName, acts, type ProposalMade } from './acts';

export interface ActDialogProps {
  readonly subject: ActSubject;
  readonly act: ActName;
  readonly onClose: () => void;
}

/** The form of one act on an account or a measure; a refusal is shown in it, in the words of the rules. */
export function ActDialog({ subject, act, onClose }: ActDialogProps) {
  const [form, setForm] = useState<ActForm>(emptyActForm);
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const { fields, proposes, run } = acts[act];
  const acting = useMutation({
    mutationFn: () => run({ subject, form, key }),
    onSettled: () => queries.invalidateQueries(),
  });
  const change = (changed: Partial<ActForm>) => setForm((before) => ({ ...before, ...changed }));
  const problem = problemOf(form, fields, subject);
  return (
    <Modal opened onClose={onClose} title={`${accountTexts.propose[act]}: ${subject.account}`} size="lg">
      {acting.isSuccess ? (
        <Done act={act} proposal={acting.data} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            acting.mutate();
          }}
        >
          <Stack>
            <ActFields subject={subject} fields={fields} form={form} onChange={change} />
            <Textarea
              label={accountTexts.reasonLabel}
              required
              autosize
              minRows={2}
              value={form.reason}
              onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
            />
            {acting.isError ? <RefusalNote error={acting.error} /> : null}
            {problem && form.reason ? (
              <Text size="sm" c="dimmed" role="status">
                {problem}
              </Text>
            ) : null}
            <Group justify="end">
              <Button variant="default" onClick={onClose}>
                {partTexts.cancel}
              </Button>
              <Button type="submit" loading={acting.isPending} disabled={problem !== undefined}>
                {proposes ? accountTexts.submit.proposal : accountTexts.submit.act}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Done({ act, proposal }: { readonly act: ActName; readonly proposal: ProposalMade }) {
  const emergency = act === 'emergencyFreeze' ? accountTexts.doneInEmergency : accountTexts.done;
  return (
    <Alert color="green" role="status" title={acts[act].proposes ? accountTexts.proposed : emergency}>
      {proposal ? (
        <RouteLink to="/proposals/$id" params={{ id: proposal }}>
          {accountTexts.openProposal}
        </RouteLink>
      ) : null}
    </Alert>
  );
}
