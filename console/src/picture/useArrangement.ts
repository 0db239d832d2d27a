import { useCallback, useState } from 'react';
import { type Arranged, nodeSize, type Point } from './picture';
import { type Arrangement, untouched } from './savedPicture';

/** A person's changes to a picture. The functions stay the same, so that nodes that did not change are not drawn anew. */
export function useArrangement({ positions }: Arranged) {
  const [arrangement, setArrangement] = useState<Arrangement>(untouched);
  const move = useCallback(
    (id: string, by: Point) =>
      setArrangement((given) => {
        const { x, y } = given.positions[id] ?? positions[id] ?? { x: 0, y: 0 };
        const moved = {
          x: Math.max(nodeSize.width / 2, x + by.x),
          y: Math.max(nodeSize.height / 2, y + by.y),
        };
        return { ...given, positions: { ...given.positions, [id]: moved } };
      }),
    [positions],
  );
  const hideNode = useCallback(
    (id: string) => setArrangement((given) => ({ ...given, hidden: [...given.hidden, id] })),
    [],
  );
  const note = useCallback(
    (id: string, text: string) =>
      setArrangement((given) => ({ ...given, notes: { ...given.notes, [id]: text } })),
    [],
  );
  const showAll = useCallback(() => setArrangement((given) => ({ ...given, hidden: [] })), []);
  return { arrangement, setArrangement, move, hideNode, note, showAll };
}
