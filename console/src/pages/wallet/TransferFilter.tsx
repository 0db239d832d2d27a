import { Button, Group, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { walletTexts } from '../../texts/pages';
import { filterProblems, noFilter, type TypedFilter } from './typedFilter';

export interface TransferFilterProps {
  /** Assets that were seen, to choose from. */
  readonly assets: readonly string[];
  readonly onFilter: (filter: TypedFilter) => void;
}

const fields = [
  ['from', walletTexts.filterFrom, 170],
  ['until', walletTexts.filterUntil, 170],
  ['asset', walletTexts.filterAsset, 220],
  ['minAmount', walletTexts.filterMin, 190],
  ['counterparty', walletTexts.filterWith, 260],
] as const;

/** The filter of transfers: by day, asset, amount and the wallet at the other end. */
export function TransferFilter({ assets, onFilter }: TransferFilterProps) {
  const [typed, setTyped] = useState<TypedFilter>(noFilter);
  const [shown, setShown] = useState<Partial<TypedFilter>>({});
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const problems = filterProblems(typed);
    setShown(problems);
    if (Object.keys(problems).length === 0) onFilter(typed);
  };
  const clear = () => {
    setTyped(noFilter);
    setShown({});
    onFilter(noFilter);
  };
  return (
    <Group component="form" onSubmit={submit} align="end" gap="xs" mb="sm" className="no-print">
      {fields.map(([name, label, width]) => (
        <TextInput
          key={name}
          size="xs"
          label={label}
          w={width}
          value={typed[name]}
          error={shown[name]}
          {...(name === 'asset' ? { list: 'transfer-assets' } : {})}
          onChange={({ currentTarget: { value } }) =>
            setTyped((given) => ({ ...given, [name]: value.trim() }))
          }
        />
      ))}
      <datalist id="transfer-assets">
        {assets.map((asset) => (
          <option key={asset} value={asset} />
        ))}
      </datalist>
      <Button size="xs" type="submit">
        {walletTexts.filter}
      </Button>
      <Button size="xs" variant="default" onClick={clear}>
        {walletTexts.filterClear}
      </Button>
    </Group>
  );
}
