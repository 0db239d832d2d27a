import { Alert, Badge, Stack, Text } from '@mantine/core';
import { useAddressId } from '../../app/useAddressId';
import { ActorPageDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Page } from '../../parts/Page';
import { isPartner, mayRead } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { actorTexts } from '../../texts/actor';
import { WatchButton } from '../../watching/WatchButton';
import { ActorClaims } from './ActorClaims';
import { ActorFacts } from './ActorFacts';
import { ActorWallets } from './ActorWallets';
import { Aliases } from './Aliases';
import { Designations } from './Designations';
import { FrozenAccounts } from './FrozenAccounts';
import { Ownership } from './Ownership';
import { Relationships } from './Relationships';

export function ActorPage() {
  const id = useAddressId();
  const session = useSession();
  const query = useAsk(ActorPageDocument, { id });
  const actor = query.data?.data.actor;
  const beside = (
    <>
      {actor?.sanctioned ? (
        <Badge color="red" variant="light">
          {actorTexts.sanctioned}
        </Badge>
      ) : null}
      {actor && !isPartner(session) ? <WatchButton subject={{ actor: id }} name={actor.name} /> : null}
    </>
  );
  return (
    <Page title={actor?.name ?? id} beside={beside}>
      <Answered
        query={query}
        at={['actor']}
        pick={(data) => data.actor}
        absent={
          <Alert color="gray" title={actorTexts.none}>
            <Text size="sm">{actorTexts.noneHint}</Text>
          </Alert>
        }
      >
        {(shown) => (
          <Stack gap="lg">
            <ActorFacts actor={shown} />
            {mayRead(session, 'attribution:read', 'enforcement:read') ? <FrozenAccounts id={id} /> : null}
            <Designations of={shown.designations} />
            <Aliases of={shown.aliases} />
            <Relationships key={shown.id} actor={shown} />
            <Ownership of={shown.ownership} />
            {mayRead(session, 'attribution:read') ? <ActorWallets actor={shown} /> : null}
            {mayRead(session, 'claims:read') && !isPartner(session) ? <ActorClaims id={id} /> : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}
