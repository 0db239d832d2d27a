import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Direction } from '../../graph/generated/graphql';

const directions: readonly Direction[] = ['ANY', 'IN', 'OUT'];

/** The direction of a section of the wallet's page, kept in the address. */
export function useDirection(
  section: 'exposure' | 'transfers',
  preset: Direction,
): readonly [Direction, (direction: Direction) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const direction = directions.find((one) => one === search[section]) ?? preset;
  const change = (to: Direction) =>
    void navigate({
      to: '.',
      search: (given) => ({ ...given, [section]: to === preset ? undefined : to }),
      replace: true,
      resetScroll: false,
    });
  return [direction, change];
}
