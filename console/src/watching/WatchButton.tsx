import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { WatchDocument } from '../graph/generated/graphql';
import { useAct } from '../graph/useAct';
import { CommandDialog } from '../parts/CommandDialog';
import { mayWatch } from '../session/mayDo';
import { useSession } from '../session/useSession';
import { formTexts } from '../texts/forms';

/** One of them is given. */
export interface WatchSubject {
  readonly wallet?: string;
  readonly account?: string;
  readonly actor?: string;
}

/** Watches the subject of a page: every later change of it is an alert. */
export function WatchButton({ subject, name }: { readonly subject: WatchSubject; readonly name: string }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (!mayWatch(session)) return null;
  return (
    <>
      <Button size="xs" variant="default" className="no-print" onClick={() => setOpen(true)}>
        {formTexts.watch}
      </Button>
      {open ? <WatchDialog subject={subject} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface WatchDialogProps {
  readonly subject: WatchSubject;
  readonly name: string;
  readonly onClose: () => void;
}

function WatchDialog({ subject, name, onClose }: WatchDialogProps) {
  const [label, setLabel] = useState(name);
  const [key] = useState(() => crypto.randomUUID());
  const watching = useAct(WatchDocument);
  const watch = () =>
    watching.mutate(
      { input: { key, label: label.trim(), ...subject } },
      {
        onSuccess: () => {
          notifications.show({ color: 'green', message: formTexts.watched });
          onClose();
        },
      },
    );
  return (
    <CommandDialog
      title={`${formTexts.watch}: ${name}`}
      submit={formTexts.watch}
      disabled={label.trim() === ''}
      acting={watching}
      onSubmit={watch}
      onClose={onClose}
    >
      <TextInput
        label={formTexts.watchLabel}
        description={formTexts.watchHint}
        value={label}
        onChange={({ currentTarget }) => setLabel(currentTarget.value)}
      />
    </CommandDialog>
  );
}
