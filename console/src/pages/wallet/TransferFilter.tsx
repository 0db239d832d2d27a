import { Button, Group, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { hintBelow } from '../../parts/hintBelow';
import { partTexts } from '../../texts/parts';
import { walletTexts } from '../../texts/wallet';
import {
  assetTyped,
  filterProblems,
  type FilterVariables,
  filterVariables,
  minBaseUnits,
  noFilter,
  type SeenAsset,
  type TypedFilter,
} from './typedFilter';

export interface TransferFilterProps {
  /** Assets that were seen, to choose from. */
  readonly seen: readonly SeenAsset[];
  readonly onFilter: (filter: FilterVariables) => void;
}

const fields = [
  ['from', 170],
  ['until', 170],
  ['asset', 220],
  ['minAmount', 220],
  ['counterparty', 260],
] as const;

/** The minimum is in whole units of the chosen asset; in base units where its decimals are not known. */
function labelOf(name: keyof TypedFilter, { asset }: TypedFilter, seen: readonly SeenAsset[]): string {
  if (name !== 'minAmount') return walletTexts.filterFields[name];
  const chosen = assetTyped(asset, seen);
  if (asset === '') return walletTexts.filterMin;
  return (chosen?.decimals ?? null) === null
    ? walletTexts.filterMinBase
    : walletTexts.filterMinUnits(chosen?.symbol ?? '');
}

/** The filter of transfers: by day, asset, amount and the wallet at the other end. */
export function TransferFilter({ seen, onFilter }: TransferFilterProps) {
  const [typed, setTyped] = useState<TypedFilter>(noFilter);
  const [problems, setProblems] = useState<Partial<TypedFilter>>({});
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = filterProblems(typed, seen);
    setProblems(found);
    if (Object.keys(found).length === 0) onFilter(filterVariables(typed, seen));
  };
  const clear = () => {
    setTyped(noFilter);
    setProblems({});
    onFilter(filterVariables(noFilter, seen));
  };
  const exact = typed.asset && typed.minAmount ? minBaseUnits(typed, seen) : undefined;
  return (
    <Group component="form" onSubmit={submit} align="start" gap="xs" mb="sm" className="no-print">
      {fields.map(([name, width]) => (
        <TextInput
          key={name}
          size="xs"
          label={labelOf(name, typed, seen)}
          w={width}
          value={typed[name]}
          error={problems[name]}
          {...(name === 'asset' ? { list: 'transfer-assets' } : {})}
          {...(name === 'minAmount'
            ? {
                description: exact ? partTexts.exact(exact) : undefined,
                inputWrapperOrder: hintBelow,
              }
            : {})}
          onChange={({ currentTarget: { value } }) =>
            setTyped((given) => ({ ...given, [name]: value.trim() }))
          }
        />
      ))}
      <datalist id="transfer-assets">
        {seen.map(({ id, symbol }) => (
          <option key={id} value={id}>
            {symbol}
          </option>
        ))}
      </datalist>
      <Group gap="xs" mt={24}>
        <Button size="xs" type="submit">
          {walletTexts.filter}
        </Button>
        <Button size="xs" variant="default" onClick={clear}>
          {walletTexts.filterClear}
        </Button>
      </Group>
    </Group>
  );
}
