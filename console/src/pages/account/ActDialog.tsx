import { Alert, Modal, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CommandForm } from '../../parts/CommandDialog';
import { RouteLink } from '../../parts/RouteLink';
import { accountTexts } from '../../texts/account';
import { ActFields } from './ActFields';
import { type ActForm, type ActSubject, emptyActForm, problemOf } from './actForm';
import { type ActName, acts, type ProposalMade } from './acts';

export interface ActDialogProps {
  readonly subject: ActSubject;
  readonly act: ActName;
  readonly onClose: () => void;
}

/** The form of one act on an account or a measure. A rejection is shown in it, in the words of the rules. */
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
        <CommandForm
          submit={proposes ? accountTexts.submit.proposal : accountTexts.submit.act}
          disabled={problem !== undefined}
          acting={acting}
          onSubmit={() => acting.mutate()}
          onClose={onClose}
        >
          <ActFields subject={subject} fields={fields} form={form} onChange={change} />
          <Textarea
            label={accountTexts.reasonLabel}
            required
            autosize
            minRows={2}
            value={form.reason}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          />
          {problem && form.reason ? (
            <Text size="sm" c="dimmed" role="status">
              {problem}
            </Text>
          ) : null}
        </CommandForm>
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
