import { Box, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { percentOf, rangeOf, type TimeRange } from '../../parts/timeRange';
import { actorTexts } from '../../texts/actor';
import type { DesignationShown } from './designationShown';

/** Designations as bars over time, one line a list. One without a first day has no bar: the table says so. */
export function DesignationTimeLine({ of }: { readonly of: readonly DesignationShown[] }) {
  const dated = useMemo(() => of.filter(({ from }) => from), [of]);
  const range = useMemo(
    () =>
      rangeOf(
        dated.map(({ from }) => from ?? ''),
        Date.now(),
      ),
    [dated],
  );
  const lists = [...new Set(dated.map(({ list }) => list))];
  if (lists.length === 0) return null;
  const years = [range.from, (range.from + range.to) / 2, range.to].map((at) =>
    new Date(at).getUTCFullYear(),
  );
  return (
    <Stack gap={6} mb="md" role="img" aria-label={actorTexts.timeLine(lists.join(', '))}>
      {lists.map((list) => (
        <Group key={list} gap="xs" wrap="nowrap">
          <Text size="xs" fw={600} w={150} truncate title={list}>
            {list}
          </Text>
          <Box flex={1} h={18} pos="relative" className="time-line">
            {dated
              .filter((one) => one.list === list)
              .map((one) => (
                <Bar key={one.id} designation={one} range={range} />
              ))}
          </Box>
        </Group>
      ))}
      <Group justify="space-between" ml={160}>
        {[...new Set(years)].map((year) => (
          <Text key={year} size="xs" c="dimmed">
            {year}
          </Text>
        ))}
      </Group>
    </Stack>
  );
}

interface BarProps {
  readonly designation: DesignationShown;
  readonly range: TimeRange;
}

function Bar({ designation: { entry, from, to }, range }: BarProps) {
  const left = percentOf(range, Date.parse(from ?? ''));
  const right = percentOf(range, to ? Date.parse(to) : Date.now());
  return (
    <Box
      pos="absolute"
      left={`${left}%`}
      w={`${Math.max(0.6, right - left)}%`}
      h="100%"
      bg={to ? 'gray.5' : 'red.7'}
      style={{ borderRadius: 4 }}
      title={`${entry}: ${from ?? ''} – ${to ?? actorTexts.inForce}`}
    />
  );
}
