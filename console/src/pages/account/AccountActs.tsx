import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { accountTexts } from '../../texts/account';
import { ActDialog } from './ActDialog';
import type { ActSubject } from './actForm';
import { accountActNames, type ActName } from './acts';

/** A button for each act on an account. */
export function AccountActs({ subject }: { readonly subject: ActSubject }) {
  const [act, setAct] = useState<ActName>();
  return (
    <Group gap="xs" className="no-print" role="group" aria-label={accountTexts.acts}>
      {accountActNames.map((name) => (
        <Button
          key={name}
          size="xs"
          variant={name === 'freeze' ? 'filled' : 'default'}
          onClick={() => setAct(name)}
        >
          {accountTexts.propose[name]}
        </Button>
      ))}
      {act ? <ActDialog subject={subject} act={act} onClose={() => setAct(undefined)} /> : null}
    </Group>
  );
}
