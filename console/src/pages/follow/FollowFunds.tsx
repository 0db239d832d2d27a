import { Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { cutOf } from '../../parts/completeness';
import { Section } from '../../parts/Section';
import { addressOf, shortened } from '../../parts/words';
import { Picture } from '../../picture/Picture';
import type { PictureNode } from '../../picture/picture';
import type { PictureStep } from '../../picture/savedPicture';
import { followTexts } from '../../texts/follow';
import { pictureTexts } from '../../texts/picture';
import { FollowedAnswers } from './FollowedAnswers';
import type { FollowStep } from './followed';
import { FollowTools } from './FollowTools';
import { mergedPictures, walletNode } from './hopPicture';
import { type FollowedAnswer, useFollowed } from './useFollowed';

export const isFollowStep = (step: PictureStep): step is FollowStep => step.kind !== 'ACTOR';

const sameStep = (one: PictureStep, other: PictureStep) => JSON.stringify(one) === JSON.stringify(other);

/** Adds a step; one that is there already is not asked twice. */
export const withStep = <Step extends PictureStep>(steps: readonly Step[], step: Step): readonly Step[] =>
  steps.some((known) => sameStep(known, step)) ? steps : [...steps, step];

export const withoutStep = <Step extends PictureStep>(steps: readonly Step[], step: Step): readonly Step[] =>
  steps.filter((known) => !sameStep(known, step));

/** Returns the cuts, in words that are exported with the picture. */
export const cutCaptions = (answers: readonly FollowedAnswer[]): readonly string[] => {
  const cuts = answers.flatMap(({ followed }) => (followed ? (cutOf([followed.completeness]) ?? []) : []));
  return [...new Set(cuts.map(({ kind, text }) => pictureTexts.caption(kind, text)))];
};

/** The node's wallet; undefined for other nodes. */
export const walletOfNode = ({ id, kind }: PictureNode): string | undefined =>
  kind === 'WALLET' ? id.slice('wallet '.length) : undefined;

/** Follows the funds of a wallet from its page; the first question stands in the address. */
export function FollowFunds({ id }: { readonly id: string }) {
  const asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const first = stepOfAddress(id, asked);
  const [steps, setSteps] = useState<readonly FollowStep[]>(first ? [first] : []);
  const answers = useFollowed(steps);
  const graph = useMemo(
    () =>
      mergedPictures([
        ...answers.flatMap(({ followed }) => followed?.graph ?? []),
        { nodes: [walletNode(id, false)], edges: [] },
      ]),
    [answers, id],
  );
  const captions = useMemo(() => cutCaptions(answers), [answers]);
  const add = (step: FollowStep) => {
    setSteps((given) => withStep(given, step));
    void navigate({
      to: '.',
      search: (given) => ({ ...given, ...addressOfStep(step) }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <Section title={followTexts.title} hint={followTexts.hint}>
      <Stack gap="md">
        <FollowTools wallet={id} onFollow={add} />
        {answers.some(({ followed }) => followed && followed.rows.length > 0) ? (
          <Picture
            label={followTexts.figure(shortened(addressOf(id), 8, 6))}
            graph={graph}
            fileName={`funds-${addressOf(id)}`}
            captions={captions}
            steps={steps}
            onSteps={(read) => setSteps(read.filter(isFollowStep))}
            tools={(node) => {
              const wallet = walletOfNode(node);
              return wallet ? <FollowTools key={wallet} wallet={wallet} onFollow={add} /> : null;
            }}
          />
        ) : null}
        <FollowedAnswers of={answers} onRemove={(step) => setSteps((given) => withoutStep(given, step))} />
      </Stack>
    </Section>
  );
}

interface AskedInAddress {
  readonly follow?: string | undefined;
  readonly hops?: string | undefined;
  readonly asOf?: string | undefined;
  readonly to?: string | undefined;
}

function stepOfAddress(
  wallet: string,
  { follow, hops, asOf = '', to }: AskedInAddress,
): FollowStep | undefined {
  const maxHops = Math.min(30, Math.max(1, Number(hops) || 5));
  if (follow === 'IN' || follow === 'OUT')
    return { kind: 'REACH', wallet, direction: follow, hops: maxHops, asOf };
  return follow === 'PATHS' && to ? { kind: 'PATHS', wallet, to, hops: maxHops, asOf } : undefined;
}

const addressOfStep = (step: FollowStep): AskedInAddress => ({
  follow: step.kind === 'PATHS' ? 'PATHS' : step.direction,
  hops: String(step.hops),
  asOf: step.asOf || undefined,
  to: step.kind === 'PATHS' ? step.to : undefined,
});
