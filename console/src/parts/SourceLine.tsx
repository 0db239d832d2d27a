import { Anchor, Text } from '@mantine/core';
import type { SourceFacts } from './sourceFacts';

/** On whose word: title, publisher and day, linked where the source can be found, with its quote. */
export function SourceLine({ source }: { readonly source: SourceFacts }) {
  const { title, publisher, publishedOn, url, quote } = source;
  const from = [publisher, publishedOn].filter(Boolean).join(', ');
  return (
    <Text size="sm" component="div">
      {url && /^https?:/.test(url) ? (
        <Anchor href={url} target="_blank" rel="noreferrer noopener" inherit>
          {title}
        </Anchor>
      ) : (
        title
      )}
      {from ? (
        <Text span size="xs" c="dimmed">
          {' '}
          {from}
        </Text>
      ) : null}
      {quote ? (
        <Text size="sm" fs="italic" c="dimmed">
          “{quote}”
        </Text>
      ) : null}
    </Text>
  );
}

/** The same sources once. */
export function Sources({ of }: { readonly of: readonly SourceFacts[] }) {
  const distinct = new Map(of.map((source) => [`${source.title}|${source.quote ?? ''}`, source]));
  return (
    <>
      {[...distinct].map(([key, source]) => (
        <SourceLine key={key} source={source} />
      ))}
    </>
  );
}
