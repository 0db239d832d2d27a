import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { partTexts } from '../texts/parts';
import { RejectionNote } from './RejectionNote';

export interface CommandFormProps {
  readonly submit: string;
  /** Marks a button that says no. */
  readonly color?: 'red';
  readonly disabled: boolean;
  readonly acting: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export interface CommandDialogProps extends CommandFormProps {
  readonly title: string;
}

/** The form of a command in a dialog. */
export function CommandDialog({ title, ...form }: CommandDialogProps) {
  return (
    <Modal opened onClose={form.onClose} title={title} size="lg">
      <CommandForm {...form} />
    </Modal>
  );
}

/** The fields of a command, the rejection by the rules in words, and its buttons. */
export function CommandForm(props: CommandFormProps) {
  const { submit, color, disabled, acting, onSubmit, onClose, children } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        {children}
        {acting.error ? <RejectionNote error={acting.error} /> : null}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {partTexts.cancel}
          </Button>
          <Button type="submit" {...(color ? { color } : {})} loading={acting.isPending} disabled={disabled}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
