import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { carryOut } from '../../graph/carryOut';
import { EvidenceProofDocument } from '../../graph/generated/graphql';
import { download } from '../../parts/download';
import { RejectionNote } from '../../parts/RejectionNote';
import { Section } from '../../parts/Section';
import { ledgerTexts } from '../../texts/ledger';

/** Downloads the proof of one event, to be verified elsewhere. */
export function ProveEvent({ events }: { readonly events: number }) {
  const [event, setEvent] = useState<number | string>('');
  const proving = useMutation({
    mutationFn: async (asked: number) => {
      const { ledgerProof } = await carryOut(EvidenceProofDocument, { event: asked });
      download(`proof-${ledgerProof.id}.json`, `${ledgerProof.proof}\n`, 'application/json');
    },
  });
  return (
    <Section title={ledgerTexts.prove} hint={ledgerTexts.proveHint}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          if (typeof event === 'number') proving.mutate(event);
        }}
      >
        <Group align="end">
          <NumberInput
            label={ledgerTexts.event}
            min={1}
            max={events}
            allowDecimal={false}
            value={event}
            onChange={setEvent}
          />
          <Button type="submit" loading={proving.isPending} disabled={typeof event !== 'number'}>
            {ledgerTexts.proveIt}
          </Button>
        </Group>
      </form>
      {proving.error ? <RejectionNote error={proving.error} /> : null}
      {proving.error ? <Text size="sm">{ledgerTexts.notCovered}</Text> : null}
    </Section>
  );
}
