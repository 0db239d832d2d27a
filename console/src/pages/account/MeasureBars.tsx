import { Box, Group, Slider, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { dayOf, isDay } from '../../parts/day';
import { Section } from '../../parts/Section';
import { accountTexts } from '../../texts/account';
import type { AccountShown } from './accountShown';
import { dayAt, daysIn, percentOf, rangeOf, type TimeRange } from '../../parts/timeRange';

export interface MeasureBarsProps {
  readonly account: AccountShown;
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}

const colorOf: Readonly<Record<string, string>> = {
  FLAG: 'yellow.6',
  RESTRICT: 'orange.6',
  FREEZE: 'tide.6',
  BLOCK: 'red.7',
  SEIZE: 'grape.7',
  FORFEIT: 'violet.8',
};

/** The measures as bars over time, one below the other so that overlaps show, and the day of the view. */
export function MeasureBars({ account, asOf, knownAt }: MeasureBarsProps) {
  const navigate = useNavigate();
  const { measures } = account;
  const range = useMemo(
    () =>
      rangeOf(
        measures.map(({ from }) => from),
        Date.now(),
      ),
    [measures],
  );
  const today = dayOf(Date.now());
  const day = asOf ?? today;
  const look = (change: object) =>
    void navigate({
      to: '/accounts/$id',
      params: { id: account.id },
      search: { asOf, knownAt, ...change },
    });
  return (
    <Section title={accountTexts.time} hint={accountTexts.timeHint}>
      {measures.length === 0 ? <Text size="sm">{accountTexts.noMeasures(knownAt)}</Text> : null}
      <Stack gap={6} pos="relative">
        {measures.map((measure) => (
          <Bar key={measure.id} measure={measure} range={range} />
        ))}
        <Box
          aria-hidden
          pos="absolute"
          top={0}
          bottom={0}
          left={`${percentOf(range, Date.parse(day))}%`}
          style={{ borderInlineStart: '2px solid var(--mantine-color-text)' }}
        />
      </Stack>
      <DaySlider label={accountTexts.day} range={range} day={day} onDay={(asked) => look({ asOf: asked })} />
      <DaySlider
        label={accountTexts.knownDay}
        range={range}
        day={knownAt ?? today}
        onDay={(asked) => look({ knownAt: asked >= today ? undefined : asked })}
      />
      <Group mt="lg" align="end">
        <DayField
          key={`asOf ${asOf ?? ''}`}
          label={accountTexts.asOf}
          day={asOf}
          onDay={(asked) => look({ asOf: asked })}
        />
        <DayField
          key={`knownAt ${knownAt ?? ''}`}
          label={accountTexts.knownAt}
          day={knownAt}
          onDay={(asked) => look({ knownAt: asked })}
        />
        <Text fw={600}>{accountTexts.statusOn(account.status, accountTexts.view(day, knownAt) ?? day)}</Text>
      </Group>
    </Section>
  );
}

function Bar({
  measure,
  range,
}: {
  readonly measure: AccountShown['measures'][number];
  readonly range: TimeRange;
}) {
  const { kind, from, to } = measure;
  const left = percentOf(range, Date.parse(from));
  const right = percentOf(range, to ? Date.parse(to) : range.to);
  return (
    <Group gap="xs" wrap="nowrap">
      <Box flex={1} h={20} pos="relative" title={`${kind} ${from} – ${to ?? accountTexts.inForce}`}>
        <Box
          pos="absolute"
          left={`${left}%`}
          w={`${Math.max(0.6, right - left)}%`}
          h="100%"
          bg={colorOf[kind] ?? 'gray.6'}
          style={{ borderRadius: 4 }}
        />
        <Text
          size="xs"
          fw={600}
          pos="absolute"
          px={6}
          left={`${Math.min(left, 80)}%`}
          bg="var(--cordon-surface)"
          style={{ lineHeight: '20px', borderRadius: 4, marginInlineStart: 4 }}
        >
          {kind}
        </Text>
      </Box>
    </Group>
  );
}

function DaySlider({
  label,
  range,
  day,
  onDay,
}: {
  readonly label: string;
  readonly range: TimeRange;
  readonly day: string;
  readonly onDay: (day: string) => void;
}) {
  const days = daysIn(range);
  const at = Math.round((Date.parse(day) - range.from) / ((range.to - range.from) / days));
  const [moving, setMoving] = useState<number>();
  return (
    <div>
      <Text size="xs" c="dimmed" mt="sm">
        {label}: {moving === undefined ? day : dayAt(range, moving)}
      </Text>
      <Slider
        // Its ends are then those of the bars above: it keeps its own size free at either end.
        mx="calc(var(--slider-size) * -1)"
        min={0}
        max={days}
        value={moving ?? Math.min(days, Math.max(0, at))}
        label={(index) => dayAt(range, index)}
        onChange={setMoving}
        onChangeEnd={(index) => {
          setMoving(undefined);
          onDay(dayAt(range, index));
        }}
        thumbLabel={label}
      />
    </div>
  );
}

function DayField({
  label,
  day,
  onDay,
}: {
  readonly label: string;
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}) {
  const [text, setText] = useState(day ?? '');
  const wrong = text !== '' && !isDay(text);
  const leave = () => {
    if (!wrong && text !== (day ?? '')) onDay(text || undefined);
  };
  return (
    <TextInput
      label={label}
      placeholder="2022-06-01"
      value={text}
      error={wrong}
      onChange={({ currentTarget }) => setText(currentTarget.value.trim())}
      onBlur={leave}
      onKeyDown={({ key }) => (key === 'Enter' ? leave() : undefined)}
    />
  );
}
