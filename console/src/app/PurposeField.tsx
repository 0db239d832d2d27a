import { TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readConsoleSettings } from '../session/consoleSettings';
import { currentPurpose, keepPurpose } from '../session/purpose';
import type { Session } from '../session/session';
import { formTexts } from '../texts/forms';

/** Asks why this person looks, where their role must say so; every page then asks anew. */
export function PurposeField({ session }: { readonly session: Session }) {
  const queries = useQueryClient();
  const [purpose, setPurpose] = useState(currentPurpose);
  const { data } = useQuery({ queryKey: ['settings'], queryFn: readConsoleSettings, staleTime: Infinity });
  if (!data?.purposeRoles.some((role) => session.roles.includes(role))) return null;
  const keep = () => {
    if (purpose.trim() === currentPurpose()) return;
    keepPurpose(purpose);
    void queries.invalidateQueries();
  };
  return (
    <TextInput
      size="xs"
      mb="sm"
      label={formTexts.purpose}
      description={formTexts.purposeHint}
      value={purpose}
      maxLength={500}
      withAsterisk
      onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => (key === 'Enter' ? keep() : undefined)}
    />
  );
}
