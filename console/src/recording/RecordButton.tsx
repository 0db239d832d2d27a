import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CommandDialog } from '../parts/CommandDialog';
import { recordingTexts } from '../texts/recording';
import { RecordField } from './RecordField';
import { isSound, type Typed, type TypedField } from './typed';

/** A command that records a fact at once, by one person. */
export interface Recording {
  readonly label: string;
  readonly fields: readonly TypedField[];
  /** The first state of the form: a correction begins with what is recorded. */
  readonly initial?: Typed;
  /** Sends it. The key is one for each time that the form is opened: a second press cannot record twice. */
  readonly send: (typed: Typed, key: string) => Promise<unknown>;
}

/** A button that opens the form of a recording. */
export function RecordButton({
  recording,
  small = false,
}: {
  readonly recording: Recording;
  readonly small?: boolean;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size={small ? 'compact-xs' : 'xs'}
        variant="default"
        className="no-print"
        onClick={() => setOpen(true)}
      >
        {recording.label}
      </Button>
      {open ? <RecordDialog recording={recording} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface RecordDialogProps {
  readonly recording: Recording;
  readonly onClose: () => void;
}

/** The form; a rejection is shown in it, in the words of the rules. */
function RecordDialog({ recording: { label, fields, initial = {}, send }, onClose }: RecordDialogProps) {
  const [typed, setTyped] = useState<Typed>(initial);
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const recording = useMutation({
    mutationFn: () => send(typed, key),
    onSettled: () => queries.invalidateQueries(),
    onSuccess: () => {
      notifications.show({ color: 'green', message: recordingTexts.recorded });
      onClose();
    },
  });
  return (
    <CommandDialog
      title={label}
      submit={recordingTexts.submit}
      disabled={!fields.every((field) => isSound(field, typed))}
      acting={recording}
      onSubmit={() => recording.mutate()}
      onClose={onClose}
    >
      {fields.map((field) => (
        <RecordField
          key={field.name}
          field={field}
          typed={typed}
          onChange={(value) => setTyped((given) => ({ ...given, [field.name]: value }))}
        />
      ))}
    </CommandDialog>
  );
}
