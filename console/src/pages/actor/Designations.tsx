import { Text } from '@mantine/core';
import { type Column, Grid } from '../../parts/Grid';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { actorTexts } from '../../texts/actor';
import { partTexts } from '../../texts/parts';
import type { DesignationShown } from './designationShown';
import { DesignationTimeLine } from './DesignationTimeLine';

const columns: readonly Column<DesignationShown>[] = [
  { header: actorTexts.list, cell: ({ list, entry }) => `${list} ${entry}` },
  { header: actorTexts.programmes, cell: ({ programmes }) => programmes.join(', ') },
  { header: actorTexts.from, cell: ({ from }) => <When at={from} /> },
  {
    header: actorTexts.to,
    cell: ({ to }) => (to ? <When at={to} /> : <Text size="sm">{actorTexts.inForce}</Text>),
  },
  { header: partTexts.source, cell: ({ source }) => <SourceLine source={source} /> },
];

export interface DesignationsProps {
  readonly of: readonly DesignationShown[];
  readonly title?: string;
  readonly hint?: string;
  readonly empty?: string;
}

/** Designations by day, oldest first. */
export function Designations(props: DesignationsProps) {
  const {
    of,
    title = actorTexts.designations,
    hint = actorTexts.designationsHint,
    empty = actorTexts.noDesignations,
  } = props;
  const sorted = [...of].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return (
    <Section title={title} hint={hint}>
      <DesignationTimeLine of={sorted} />
      <Grid label={title} rows={sorted} columns={columns} keyOf={({ id }) => id} empty={empty} />
    </Section>
  );
}
