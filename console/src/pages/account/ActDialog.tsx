import { RouteLink } from '../../parts/RouteLink';
import { Alert, Button, Group, Modal, MultiSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BasesForDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { RefusalNote } from '../../parts/RefusalNote';
import { wordsOf } from '../../parts/words';
import { partTexts } from '../../texts/parts';
import { accountTexts } from '../../texts/work';
import { type ActDone, type ActName, acts } from './acts';

export interface ActDialogProps {
  readonly account: string;
  readonly act: ActName;
  readonly onClose: () => void;
}

/** The form of one act on an account; a refusal is shown in it, in the words of the rules. */
export function ActDialog({ account, act, onClose }: ActDialogProps) {
  const [processes, setProcesses] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const { basis, proposes, run } = acts[act];
  const acting = useMutation({
    mutationFn: () => run({ account, processes, reason: reason.trim(), key }),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Modal opened onClose={onClose} title={`${accountTexts.propose[act]}: ${account}`} size="lg">
      {acting.isSuccess ? (
        <Done act={act} done={acting.data} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            acting.mutate();
          }}
        >
          <Stack>
            {basis ? <BasisField account={account} value={processes} onChange={setProcesses} /> : null}
            <Textarea
              label={accountTexts.reasonLabel}
              required
              autosize
              minRows={2}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            {acting.isError ? <RefusalNote error={acting.error} /> : null}
            <Group justify="end">
              <Button variant="default" onClick={onClose}>
                {partTexts.cancel}
              </Button>
              <Button type="submit" loading={acting.isPending} disabled={reason.trim() === ''}>
                {proposes ? accountTexts.submit.proposal : accountTexts.submit.act}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Done({ act, done }: { readonly act: ActName; readonly done: ActDone }) {
  const emergency = act === 'emergencyFreeze' ? accountTexts.doneInEmergency : accountTexts.done;
  return (
    <Alert color="green" role="status" title={acts[act].proposes ? accountTexts.proposed : emergency}>
      {done.proposal ? (
        <RouteLink to="/proposals/$id" params={{ id: done.proposal }}>
          {accountTexts.openProposal}
        </RouteLink>
      ) : null}
    </Alert>
  );
}

interface BasisFieldProps {
  readonly account: string;
  readonly value: string[];
  readonly onChange: (ids: string[]) => void;
}

function BasisField({ account, value, onChange }: BasisFieldProps) {
  const query = useAsk(BasesForDocument, { account });
  return (
    <Answered query={query} at={['legalProcesses']} pick={({ legalProcesses }) => legalProcesses}>
      {({ nodes, totalCount }) =>
        nodes.length === 0 ? (
          <Text size="sm">{accountTexts.noProcesses}</Text>
        ) : (
          <MultiSelect
            label={accountTexts.basis}
            description={
              totalCount > nodes.length
                ? accountTexts.moreProcesses(nodes.length, totalCount)
                : accountTexts.basisHint
            }
            data={nodes.map(({ id, kind, authority, docket }) => ({
              value: id,
              label: `${docket ?? id} · ${wordsOf(kind)}, ${authority}`,
            }))}
            value={value}
            onChange={onChange}
            searchable
          />
        )
      }
    </Answered>
  );
}
