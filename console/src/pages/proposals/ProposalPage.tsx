import type { ProposalShown } from './proposalShown';
import { Alert, Code, Stack, Text } from '@mantine/core';
import { useAddressId } from '../../app/useAddressId';
import { ProposalBasisDocument, ProposalPageDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { StatusBadge } from '../../parts/Badges';
import { Facts } from '../../parts/Facts';
import { AccountLink, ProcessLink } from '../../parts/Links';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { proposalTexts } from '../../texts/proposals';
import { kindText } from '../processes/processKinds';
import { Decide } from './Decide';
import { readDraft } from './readDraft';
import { useDigest } from './useDigest';

export function ProposalPage() {
  const id = useAddressId();
  const query = useAsk(ProposalPageDocument, { id });
  const proposal = query.data?.data.proposal;
  const title = proposal
    ? proposalTexts.what(proposalTexts.acts[proposal.command] ?? proposal.command, accountsOf(proposal))
    : proposalTexts.proposal;
  return (
    <Page title={title} beside={proposal ? <StatusBadge status={proposal.state} /> : null}>
      <Answered
        query={query}
        at={['proposal']}
        pick={(data) => data.proposal}
        absent={<Alert color="gray" title={proposalTexts.none} />}
      >
        {(shown) => <Content proposal={shown} />}
      </Answered>
    </Page>
  );
}

const accountsOf = ({ accounts }: ProposalShown) => accounts.map(({ id }) => id).join(', ');

function Content({ proposal }: { readonly proposal: ProposalShown }) {
  const { proposer, proposedAt, expires, emergency, command, digest, accounts, state, checker, reason } =
    proposal;
  const draft = readDraft(proposal.draft);
  const verdict = useDigest(proposal.draft, digest);
  const act = proposalTexts.acts[command] ?? command;
  return (
    <Stack gap="lg">
      <Text size="lg">
        {emergency
          ? proposalTexts.sentenceEmergency(proposer, accountsOf(proposal))
          : proposalTexts.sentence(proposer, act, accountsOf(proposal))}
      </Text>
      {state === 'APPROVED' ? (
        <Alert color="green" role="status" title={proposalTexts.approved(checker ?? '')}>
          {reason}
        </Alert>
      ) : null}
      {state === 'REJECTED' ? (
        <Alert color="red" role="status" title={proposalTexts.rejected(checker ?? '')}>
          {reason}
        </Alert>
      ) : null}
      {state === 'PENDING' ? <Decide proposal={proposal} verdict={verdict} /> : null}
      <Section title={proposalTexts.proposal}>
        <Facts
          of={[
            [
              proposalTexts.accounts,
              accounts.map(({ id, status }) => (
                <div key={id}>
                  <AccountLink id={id} /> {status}
                </div>
              )),
            ],
            [
              proposalTexts.basis,
              draft.processIds.length
                ? draft.processIds.map((id) => <Basis key={id} id={id} />)
                : proposalTexts.noBasis,
            ],
            [proposalTexts.reason, draft.reason],
            [
              proposalTexts.assets,
              draft.assets === null ? proposalTexts.allAssets : draft.assets?.join(', '),
            ],
            [proposalTexts.until, draft.until ? <When at={draft.until} /> : null],
            [proposalTexts.by, proposer],
            [proposalTexts.at, <When at={proposedAt} />],
            [proposalTexts.expires, <When at={expires} />],
          ]}
        />
      </Section>
      <Section title={proposalTexts.content}>
        <Facts of={[[proposalTexts.digest, <span className="mono">{digest}</span>]]} />
        <Text
          size="sm"
          my="xs"
          fw={600}
          c={verdict === 'DIFFERS' ? 'var(--mantine-color-error)' : 'var(--mantine-color-text)'}
        >
          {verdict === 'FITS' ? proposalTexts.digestFits : null}
          {verdict === 'DIFFERS' ? proposalTexts.digestDiffers : null}
          {verdict === 'UNKNOWN' ? proposalTexts.digestUnknown : null}
        </Text>
        <Code block tabIndex={0}>
          {draft.pretty}
        </Code>
      </Section>
    </Stack>
  );
}

function Basis({ id }: { readonly id: string }) {
  const query = useAsk(ProposalBasisDocument, { id });
  return (
    <Answered
      query={query}
      at={['legalProcess']}
      pick={({ legalProcess }) => legalProcess}
      absent={<span>{id}</span>}
    >
      {({ kind, authority, docket }) => (
        <span>
          {kindText(kind)} <ProcessLink id={id} name={docket ?? id} />, {authority}
        </span>
      )}
    </Answered>
  );
}
