import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isDay } from '../../parts/day';
import { followTexts as texts } from '../../texts/follow';
import type { FollowStep } from './followed';

export interface FollowToolsProps {
  readonly wallet: string;
  readonly onFollow: (step: FollowStep) => void;
}

/** The searches from a wallet: the destinations of its funds, their origins, and paths to another wallet. */
export function FollowTools({ wallet, onFollow }: FollowToolsProps) {
  const [hops, setHops] = useState<number>(5);
  const [asOf, setAsOf] = useState('');
  const [to, setTo] = useState('');
  const dayProblem = asOf !== '' && !isDay(asOf);
  const reach = (direction: 'IN' | 'OUT') => onFollow({ kind: 'REACH', wallet, direction, hops, asOf });
  const small = { size: 'xs' } as const;
  return (
    <Group align="end" gap="xs" className="no-print">
      <NumberInput
        {...small}
        label={texts.hops}
        value={hops}
        min={1}
        max={30}
        clampBehavior="strict"
        w={110}
        onChange={(value) => setHops(Number(value) || 1)}
      />
      <TextInput
        {...small}
        label={texts.asOf}
        value={asOf}
        w={170}
        error={dayProblem ? texts.asOfProblem : undefined}
        onChange={({ currentTarget }) => setAsOf(currentTarget.value.trim())}
      />
      <Button {...small} variant="default" disabled={dayProblem} onClick={() => reach('OUT')}>
        {texts.reachOut}
      </Button>
      <Button {...small} variant="default" disabled={dayProblem} onClick={() => reach('IN')}>
        {texts.reachIn}
      </Button>
      <TextInput
        {...small}
        label={texts.to}
        value={to}
        miw={240}
        onChange={({ currentTarget }) => setTo(currentTarget.value.trim())}
      />
      <Button
        {...small}
        variant="default"
        disabled={dayProblem || to === ''}
        onClick={() => onFollow({ kind: 'PATHS', wallet, to, hops, asOf })}
      >
        {texts.find}
      </Button>
    </Group>
  );
}
