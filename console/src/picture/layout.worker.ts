import { arrange } from './layout';
import type { LayoutRequest } from './layoutRequest';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<LayoutRequest>) => void) | null;
  postMessage(positions: ReturnType<typeof arrange>): void;
};
scope.onmessage = ({ data }) => scope.postMessage(arrange(data));
