import { Button, Group } from '@mantine/core';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { ask, AskError } from '../../graph/ask';
import { ActorRelationshipsDocument } from '../../graph/generated/graphql';
import { Fault, graphErrorOf } from '../../parts/Fault';
import { Picture } from '../../picture/Picture';
import type { PictureNode } from '../../picture/picture';
import type { PictureStep } from '../../picture/savedPicture';
import { useSession } from '../../session/useSession';
import { actorTexts } from '../../texts/actor';
import type { ActorShown } from './actorShown';
import { relationshipPicture, type RelationshipShown } from './relationshipPicture';

export interface RelationshipGraphProps {
  readonly actor: ActorShown;
  /** Draws what stands beside the picture, of all that was walked to. */
  readonly children: (relationships: readonly RelationshipShown[]) => ReactNode;
}

async function relationshipsOf(id: string, signal: AbortSignal): Promise<readonly RelationshipShown[]> {
  const { data, errors } = await ask(ActorRelationshipsDocument, { id }, { signal });
  if (data.actor) return data.actor.relationships;
  throw AskError.of(errors);
}

/** One function for all renders: the same answers are then the same object, and the picture is not arranged anew. */
const combine = (results: readonly UseQueryResult<readonly RelationshipShown[]>[]) => ({
  found: results.flatMap(({ data }) => data ?? []),
  faults: results.flatMap(({ error }) => (error ? [graphErrorOf(error)] : [])),
});

/** Relationships as a graph that can be walked: each actor's own are added where somebody asks for them. */
export function RelationshipGraph({ actor, children }: RelationshipGraphProps) {
  const { token } = useSession();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const asked = useQueries({
    queries: walked.map((id) => ({
      queryKey: ['relationships', id, token],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => relationshipsOf(id, signal),
      staleTime: 60_000,
    })),
    combine,
  });
  const relationships = useMemo(
    () => [...new Map([...actor.relationships, ...asked.found].map((one) => [one.id, one])).values()],
    [actor.relationships, asked.found],
  );
  const graph = useMemo(() => relationshipPicture(actor, relationships), [actor, relationships]);
  const steps = useMemo(() => walked.map((id): PictureStep => ({ kind: 'ACTOR', actor: id })), [walked]);
  const walk = (id: string) => setWalked((given) => (given.includes(id) ? given : [...given, id]));
  const tools = (node: PictureNode) => {
    const id = node.id.slice('actor '.length);
    if (id === actor.id || walked.includes(id)) return null;
    return (
      <Group>
        <Button size="xs" variant="default" onClick={() => walk(id)}>
          {actorTexts.walkOn}
        </Button>
      </Group>
    );
  };
  return (
    <>
      {asked.faults.length > 0 ? <Fault errors={asked.faults} partial /> : null}
      {relationships.length > 0 ? (
        <Picture
          label={actorTexts.relationshipFigure(actor.name)}
          graph={graph}
          fileName={`relationships-${actor.id.replace(/\W+/g, '-')}`}
          steps={steps}
          onSteps={(read) => setWalked(read.flatMap((step) => (step.kind === 'ACTOR' ? [step.actor] : [])))}
          tools={tools}
        />
      ) : null}
      {children(relationships)}
    </>
  );
}
