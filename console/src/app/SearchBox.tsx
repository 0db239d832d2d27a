import { TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { appTexts } from '../texts/app';

/** One box for everything that has a page. */
export function SearchBox() {
  const navigate = useNavigate();
  const { q = '' } = useSearch({ strict: false });
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    if (words.trim()) void navigate({ to: '/', search: { q: words.trim() } });
  };
  return (
    <form role="search" onSubmit={search}>
      <TextInput
        type="search"
        aria-label={appTexts.search}
        placeholder={appTexts.searchHint}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
    </form>
  );
}
