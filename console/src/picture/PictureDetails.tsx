import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { AccountLink, ActorLink, WalletLink } from '../parts/Links';
import { Sources } from '../parts/SourceLine';
import { pictureTexts } from '../texts/picture';
import { traceTexts } from '../texts/trace';
import { type Move, moves } from './moves';
import type { PictureGraph, PictureNode, Point } from './picture';
import { TransactionSources } from './TransactionSources';

export interface PictureDetailsProps {
  readonly graph: PictureGraph;
  readonly selected: string | undefined;
  readonly note: string | undefined;
  readonly onNote: (id: string, note: string) => void;
  readonly onHide: (id: string) => void;
  readonly onMove: (id: string, by: Point) => void;
  readonly tools?: ((node: PictureNode) => ReactNode) | undefined;
}

/** The selection: for an edge its facts and sources, for a node its page, a note, and a way to hide it. */
export function PictureDetails({
  graph,
  selected,
  note,
  onNote,
  onHide,
  onMove,
  tools,
}: PictureDetailsProps) {
  const node = graph.nodes.find(({ id }) => id === selected);
  const edge = graph.edges.find(({ id }) => id === selected);
  return (
    <Stack component="figcaption" gap="xs" mt="sm" aria-live="polite">
      {node ? (
        <>
          <Text size="sm">
            <NodeLink node={node} /> {node.detail}
          </Text>
          <Group align="end">
            <TextInput
              label={traceTexts.note}
              value={note ?? ''}
              onChange={({ currentTarget }) => onNote(node.id, currentTarget.value)}
              size="xs"
              miw={260}
            />
            <Button size="xs" variant="default" onClick={() => onHide(node.id)}>
              {traceTexts.hide}
            </Button>
            <Button.Group>
              {Object.entries(moves).map(([key, by]) => (
                <Button
                  key={key}
                  size="xs"
                  variant="default"
                  aria-label={pictureTexts.moves[key as Move].label}
                  onClick={() => onMove(node.id, by)}
                >
                  <span aria-hidden>{pictureTexts.moves[key as Move].sign}</span>
                </Button>
              ))}
            </Button.Group>
          </Group>
          {tools?.(node)}
        </>
      ) : null}
      {edge ? (
        <>
          <Text size="sm" fw={600}>
            {edge.label} · {edge.detail}
          </Text>
          <List size="sm">
            {edge.facts.map((fact) => (
              <List.Item key={fact} className="mono">
                {fact}
              </List.Item>
            ))}
          </List>
          <Sources of={edge.sources} />
          {edge.transaction ? <TransactionSources of={edge.transaction} /> : null}
        </>
      ) : null}
      {node || edge ? null : (
        <Text size="sm" c="dimmed">
          {traceTexts.select}
        </Text>
      )}
    </Stack>
  );
}

function NodeLink({ node }: { readonly node: PictureNode }) {
  const id = node.id.slice(node.id.indexOf(' ') + 1);
  if (node.kind === 'ACTOR') return <ActorLink id={id} name={node.label} />;
  return node.kind === 'WALLET' ? <WalletLink id={id} whole /> : <AccountLink id={id} />;
}
