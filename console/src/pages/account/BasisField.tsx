import { MultiSelect, Text } from '@mantine/core';
import { BasesForDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { wordsOf } from '../../parts/words';
import { accountTexts } from '../../texts/account';

export interface BasisFieldProps {
  readonly account: string;
  readonly value: string[];
  readonly onChange: (ids: string[]) => void;
}

/** The legal processes that name an account, to choose a basis from. */
export function BasisField({ account, value, onChange }: BasisFieldProps) {
  const query = useAsk(BasesForDocument, { account });
  return (
    <Answered query={query} at={['legalProcesses']} pick={({ legalProcesses }) => legalProcesses}>
      {({ nodes, totalCount }) =>
        nodes.length === 0 ? (
          <Text size="sm">{accountTexts.noProcesses}</Text>
        ) : (
          <MultiSelect
            label={accountTexts.basis}
            description={
              totalCount > nodes.length
                ? accountTexts.moreProcesses(nodes.length, totalCount)
                : accountTexts.basisHint
            }
            data={nodes.map(({ id, kind, authority, docket }) => ({
              value: id,
              label: `${docket ?? id} · ${wordsOf(kind)}, ${authority}`,
            }))}
            value={value}
            onChange={onChange}
            searchable
          />
        )
      }
    </Answered>
  );
}
