import { Alert, Badge, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useAddressId } from '../../app/useAddressId';
import { LegalProcessDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Illustrative } from '../../parts/Badges';
import { Facts } from '../../parts/Facts';
import { AccountLink } from '../../parts/Links';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { partTexts } from '../../texts/parts';
import { processTexts } from '../../texts/processes';
import { ProcessActs } from './ProcessActs';
import { kindText } from './processKinds';

const when = (at: string | null | undefined) => (at ? <When at={at} /> : null);

export function ProcessPage() {
  const id = useAddressId();
  const { recorded } = useSearch({ strict: false });
  const query = useAsk(LegalProcessDocument, { id });
  const process = query.data?.data.legalProcess;
  return (
    <Page
      title={process?.docket ?? id}
      beside={
        process?.withdrawn ? (
          <Badge color="orange" variant="light">
            {processTexts.withdrawn}
          </Badge>
        ) : null
      }
    >
      {recorded ? <Alert color="green" role="status" title={processTexts.recorded(recorded)} /> : null}
      <Answered
        query={query}
        at={['legalProcess']}
        pick={({ legalProcess }) => legalProcess}
        absent={<Alert color="gray" title={processTexts.none} />}
      >
        {(shown) => (
          <Section title={kindText(shown.kind)} beside={<ProcessActs process={shown} />}>
            <Facts
              of={[
                [processTexts.authority, shown.authority],
                [processTexts.docket, shown.docket],
                [processTexts.lawOf, shown.law],
                [processTexts.issuedOn, when(shown.issued)],
                [processTexts.servedOn, when(shown.served)],
                [processTexts.effective, when(shown.effective)],
                [processTexts.expiresOn, when(shown.expiry)],
                [processTexts.mayNotify, shown.mayNotify ? partTexts.yes : partTexts.no],
                [
                  processTexts.scope,
                  <Stack gap={2}>
                    {shown.scope.map((account) => (
                      <AccountLink key={account} id={account} />
                    ))}
                  </Stack>,
                ],
                [processTexts.source, <SourceLine source={shown.source} />],
              ]}
            />
            <Illustrative when={shown.illustrative} />
          </Section>
        )}
      </Answered>
    </Page>
  );
}
