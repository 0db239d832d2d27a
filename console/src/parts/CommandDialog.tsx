import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { partTexts } from '../texts/parts';
import { RefusalNote } from './RefusalNote';

export interface CommandDialogProps {
  readonly title: string;
  readonly submit: string;
  readonly disabled: boolean;
  readonly acting: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The form of a command: its fields, the refusal of the rules in words, and its buttons. */
export function CommandDialog(props: CommandDialogProps) {
  const { title, submit, disabled, acting, onSubmit, onClose, children } = props;
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack>
          {children}
          {acting.error ? <RefusalNote error={acting.error} /> : null}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {partTexts.cancel}
            </Button>
            <Button type="submit" loading={acting.isPending} disabled={disabled}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
