import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { type Column, Grid } from '../../parts/Grid';
import { When } from '../../parts/When';
import { listTexts } from '../../texts/lists';
import { ListChanges } from './ListChanges';
import type { ListShown } from './listShown';
import { QuarantinedRows } from './QuarantinedRows';

type Version = ListShown['history'][number];

interface Opened {
  readonly what: 'CHANGES' | 'QUARANTINED';
  readonly version: string;
}

const count = new Intl.NumberFormat('en-GB');

const columns = (inForce: string): readonly Column<Version>[] => [
  {
    header: listTexts.versionColumn,
    cell: ({ version }) => (
      <>
        <span className="unbroken">{version}</span> {version === inForce ? `(${listTexts.inForce})` : ''}
      </>
    ),
  },
  { header: listTexts.published, cell: ({ publishedOn }) => <When at={publishedOn} /> },
  { header: listTexts.imported, cell: ({ importedAt }) => <When at={importedAt} /> },
  { header: listTexts.entries, number: true, cell: ({ entries }) => count.format(entries) },
  { header: listTexts.wallets, number: true, cell: ({ wallets }) => count.format(wallets) },
  { header: listTexts.quarantined, number: true, cell: ({ quarantined }) => count.format(quarantined) },
];

/** Every imported version with its dates, the newest first; what changed since one, and its quarantined rows, on demand. */
export function ListHistory({ list: { id, version: inForce, history } }: { readonly list: ListShown }) {
  const [opened, setOpened] = useState<Opened>();
  const links: Column<Version> = {
    header: listTexts.show,
    cell: ({ version, quarantined }) => (
      <Group gap="xs">
        {version === inForce ? null : (
          <Button size="compact-xs" variant="default" onClick={() => setOpened({ what: 'CHANGES', version })}>
            {listTexts.changes(version)}
          </Button>
        )}
        {quarantined === 0 ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={listTexts.quarantinedOf(version)}
            onClick={() => setOpened({ what: 'QUARANTINED', version })}
          >
            {listTexts.quarantined}
          </Button>
        )}
      </Group>
    ),
  };
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {listTexts.history}
      </Title>
      <Grid
        label={`${listTexts.history}: ${id}`}
        rows={[...history].reverse()}
        columns={[...columns(inForce), links]}
        keyOf={({ version }) => version}
      />
      {opened ? <OpenedPart list={id} {...opened} /> : null}
    </>
  );
}

function OpenedPart({ list, what, version }: Opened & { readonly list: string }) {
  return (
    <section aria-live="polite">
      <Title order={4} size="h6" mt="sm">
        {what === 'CHANGES' ? listTexts.changes(version) : listTexts.quarantinedOf(version)}
      </Title>
      {what === 'CHANGES' ? (
        <ListChanges list={list} since={version} />
      ) : (
        <QuarantinedRows list={list} version={version} />
      )}
    </section>
  );
}
