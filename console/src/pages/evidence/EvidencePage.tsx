import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Loading } from '../../parts/Answered';
import { download } from '../../parts/download';
import { Facts } from '../../parts/Facts';
import { Fault, graphErrorOf } from '../../parts/Fault';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { useSession } from '../../session/useSession';
import { evidenceTexts as texts } from '../../texts/evidence';
import type { Evidence } from './evidence';
import { EvidenceAccountSections } from './EvidenceAccountSections';
import { EvidenceTraces } from './EvidenceTraces';
import { gatherEvidence } from './gatherEvidence';

/**
 * A page for printing, and the same as JSON: all that is known of an account, a measure or a trace, with the
 * sources.
 */
export function EvidencePage() {
  const { account, actor, trace, measure } = useSearch({ strict: false });
  const { token, subject } = useSession();
  const query = useQuery({
    queryKey: ['evidence', account, actor, trace, measure, token],
    queryFn: ({ signal }) =>
      gatherEvidence({ account: account ?? '', actor, trace, measure }, subject, signal),
    enabled: account !== undefined,
    staleTime: Infinity,
  });
  if (account === undefined)
    return (
      <Page title={texts.open}>
        <Text>{texts.noSubject}</Text>
      </Page>
    );
  return (
    <Page title={texts.title(account)}>
      {query.isPending ? <Loading /> : null}
      {query.isError ? <Fault errors={[graphErrorOf(query.error)]} retry={query.refetch} /> : null}
      {query.data ? <EvidenceShown evidence={query.data} /> : null}
    </Page>
  );
}

function EvidenceShown({ evidence }: { readonly evidence: Evidence }) {
  const { about, account, madeAt, madeBy } = evidence;
  const name = `evidence-${about.account.replace(/\W+/g, '-')}-${madeAt.slice(0, 10)}.json`;
  return (
    <Stack gap="lg">
      <Group gap="xs" className="no-print">
        <Button onClick={() => window.print()}>{texts.print}</Button>
        <Button
          variant="default"
          onClick={() => download(name, `${JSON.stringify(evidence, null, 2)}\n`, 'application/json')}
        >
          {texts.json}
        </Button>
      </Group>
      <Facts
        of={[
          [texts.made, <When at={madeAt} />],
          [texts.madeBy, madeBy],
          [texts.about, aboutText(evidence)],
        ]}
      />
      <MissingParts evidence={evidence} />
      {account ? <EvidenceAccountSections account={account} /> : null}
      <EvidenceTraces evidence={evidence} />
      <Lists evidence={evidence} />
      <LedgerSection evidence={evidence} />
    </Stack>
  );
}

const aboutText = ({ about, actor }: Evidence) =>
  [
    about.account,
    actor ? texts.fundsOf(`${actor.name} (${actor.id})`) : '',
    about.measure ? texts.measureOnly(about.measure) : '',
    about.trace ? texts.traceOnly(about.trace) : '',
  ]
    .filter(Boolean)
    .join(', ');

/** Comes first: nobody should read the rest as whole where it is not. */
function MissingParts({ evidence: { missing } }: { readonly evidence: Evidence }) {
  return (
    <Section title={texts.missing}>
      {missing.length === 0 ? (
        <Text size="sm">{texts.nothingMissing}</Text>
      ) : (
        <Alert color="orange" variant="light" role="note">
          <List size="sm">
            {missing.map(({ part, reason, code }) => (
              <List.Item key={`${part} ${reason}`}>
                {part}: {reason} {code ? `(${code})` : ''}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Section>
  );
}

function Lists({ evidence: { lists } }: { readonly evidence: Evidence }) {
  return (
    <Section title={texts.lists}>
      {lists === null ? <Text size="sm">{texts.notKnown}</Text> : null}
      {lists?.length === 0 ? <Text size="sm">{texts.noLists}</Text> : null}
      {lists?.map(({ id, version, publishedOn }) => (
        <Text key={id} size="sm">
          {id} {version} {publishedOn ? `(${publishedOn})` : ''}
        </Text>
      ))}
    </Section>
  );
}

const verifying = 'npm run -s cordon -- ledger verify --proof proof --checkpoint checkpoint --key key';

function LedgerSection({ evidence: { ledger, proofs } }: { readonly evidence: Evidence }) {
  return (
    <Section title={texts.ledger}>
      {ledger ? (
        <Stack gap="xs">
          <Facts
            of={[
              [texts.events, ledger.events],
              ['SHA-256', <span className="mono">{ledger.hash}</span>],
            ]}
          />
          <Text fw={600}>{texts.checkpoint}</Text>
          {ledger.checkpoint ? (
            <Code block tabIndex={0}>
              {ledger.checkpoint}
            </Code>
          ) : (
            <Text size="sm">{texts.noCheckpoint}</Text>
          )}
        </Stack>
      ) : (
        <Text size="sm">{texts.notKnown}</Text>
      )}
      <Text fw={600} mt="sm">
        {texts.proofs}
      </Text>
      {proofs.length === 0 ? (
        <Text size="sm">{texts.noProofs}</Text>
      ) : (
        <>
          {proofs.map(({ event, proof }) => (
            <div key={event}>
              <Text size="sm">{texts.provedEvent(event)}</Text>
              <Code block tabIndex={0} className="wrapped">
                {JSON.stringify(proof)}
              </Code>
            </div>
          ))}
          <Text size="sm" mt="sm">
            {texts.verify}
          </Text>
          <Code block tabIndex={0}>
            {verifying}
          </Code>
        </>
      )}
    </Section>
  );
}
