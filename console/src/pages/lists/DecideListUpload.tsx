import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  ApproveListUploadDocument,
  type ListUploadShownFragment,
  RejectListUploadDocument,
} from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { CommandDialog } from '../../parts/CommandDialog';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { uploadTexts } from '../../texts/uploads';

interface DecideProps {
  readonly upload: ListUploadShownFragment;
}

/** Offered to who may decide; nobody decides what they uploaded themselves. */
export function DecideListUpload({ upload }: DecideProps) {
  const session = useSession();
  const [deciding, setDeciding] = useState<'approve' | 'reject'>();
  if (upload.uploadedBy === session.subject) return <Text c="dimmed">{uploadTexts.own}</Text>;
  if (!mayDo(session, 'approveLists')) return <Text c="dimmed">{uploadTexts.waits}</Text>;
  return (
    <Group mt="sm">
      <Button onClick={() => setDeciding('approve')}>{uploadTexts.approve}</Button>
      <Button variant="default" onClick={() => setDeciding('reject')}>
        {uploadTexts.reject}
      </Button>
      {deciding ? (
        <Confirm upload={upload} approves={deciding === 'approve'} onClose={() => setDeciding(undefined)} />
      ) : null}
    </Group>
  );
}

interface ConfirmProps extends DecideProps {
  readonly approves: boolean;
  readonly onClose: () => void;
}

function Confirm({ upload: { id, digest }, approves, onClose }: ConfirmProps) {
  const [reason, setReason] = useState('');
  const approving = useAct(ApproveListUploadDocument);
  const rejecting = useAct(RejectListUploadDocument);
  const acting = approves ? approving : rejecting;
  return (
    <CommandDialog
      title={approves ? uploadTexts.approveTitle : uploadTexts.rejectTitle}
      submit={approves ? uploadTexts.confirm : uploadTexts.confirmReject}
      {...(approves ? {} : { color: 'red' as const })}
      disabled={!approves && reason.trim() === ''}
      acting={acting}
      onSubmit={() =>
        acting.mutate(
          { input: { upload: id, digest: digest ?? '', reason: reason.trim() || null } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Text size="sm">{approves ? uploadTexts.approveHint : uploadTexts.rejectHint}</Text>
      <Textarea
        label={approves ? uploadTexts.reasonOptional : uploadTexts.reason}
        required={!approves}
        value={reason}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </CommandDialog>
  );
}
