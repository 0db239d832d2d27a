import { Group, Text } from '@mantine/core';
import { TransactionSourcesDocument } from '../graph/generated/graphql';
import { useAsk } from '../graph/useAsk';
import { Answered } from '../parts/Answered';
import { TransactionLink } from '../parts/Links';
import { Sources } from '../parts/SourceLine';
import { pictureTexts } from '../texts/picture';
import { transactionTexts } from '../texts/transaction';

/** On whose word a hop is known, asked for when somebody wants to know. `of` is `<chain>:<hash>`. */
export function TransactionSources({ of }: { readonly of: string }) {
  const chain = of.slice(0, of.lastIndexOf(':'));
  const query = useAsk(TransactionSourcesDocument, { chain, hash: of.slice(chain.length + 1) });
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {pictureTexts.transactionSources}
        </Text>
        <TransactionLink id={of} name={pictureTexts.transaction} />
      </Group>
      <Answered
        query={query}
        at={['transaction']}
        pick={({ transaction }) => transaction}
        absent={<Text size="sm">{transactionTexts.none}</Text>}
      >
        {({ sources }) => <Sources of={sources} />}
      </Answered>
    </>
  );
}
