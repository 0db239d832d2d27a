import { partTexts } from '../texts/parts';
import { whenText } from './whenText';

export function When({ at }: { readonly at: string | null | undefined }) {
  if (!at) return <span>{partTexts.unknown}</span>;
  return (
    <time dateTime={at} title={at} style={{ whiteSpace: 'nowrap' }}>
      {whenText(at)}
    </time>
  );
}
