import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { LedgerDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { download } from '../../parts/download';
import { Facts } from '../../parts/Facts';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { mayReadHolds, mayReadLog } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { ledgerTexts } from '../../texts/ledger';
import { outcomeText } from './outcomeText';
import { ProveEvent } from './ProveEvent';
import { ReadLog } from './ReadLog';

const commands = `npm run -s cordon -- ledger verify
npm run -s cordon -- ledger prove <event> > proof.json
npm run -s cordon -- ledger checkpoint > checkpoint.txt`;

export function LedgerPage() {
  const query = useAsk(LedgerDocument, {});
  const session = useSession();
  const head = query.data?.data.ledgerHead;
  return (
    <Page title={ledgerTexts.title}>
      <Section title={ledgerTexts.head} hint={ledgerTexts.hint}>
        <Answered
          query={query}
          at={['ledgerHead']}
          pick={({ ledgerHead }) => ledgerHead}
          absent={<Alert color="gray" title={ledgerTexts.partner} />}
        >
          {({ events, hash, checkpoint, verification }) => (
            <Stack>
              <Text fw={600} size="lg">
                {ledgerTexts.events(events)}
              </Text>
              <Facts
                of={[
                  [ledgerTexts.hash, <span className="mono">{hash}</span>],
                  [
                    ledgerTexts.verified,
                    verification ? (
                      <>
                        {outcomeText(verification.outcome)} <When at={verification.at} />
                        {verification.viewsCompared ? ` ${ledgerTexts.viewsToo}` : null}
                      </>
                    ) : (
                      ledgerTexts.notVerified
                    ),
                  ],
                ]}
              />
              <Text fw={600}>{ledgerTexts.checkpoint}</Text>
              {checkpoint ? (
                <>
                  <Code block tabIndex={0}>
                    {checkpoint}
                  </Code>
                  <Button
                    style={{ alignSelf: 'start' }}
                    variant="default"
                    onClick={() => download('checkpoint.txt', checkpoint)}
                  >
                    {ledgerTexts.download}
                  </Button>
                </>
              ) : (
                <Text size="sm" c="dimmed">
                  {ledgerTexts.noCheckpoint}
                </Text>
              )}
              <Text size="sm">{ledgerTexts.verify}</Text>
              <Code block tabIndex={0}>
                {commands}
              </Code>
            </Stack>
          )}
        </Answered>
      </Section>
      {head && mayReadHolds(session) ? <ProveEvent events={head.events} /> : null}
      {mayReadLog(session) ? <ReadLog /> : null}
    </Page>
  );
}
