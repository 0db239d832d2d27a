import { Select, TagsInput, TextInput } from '@mantine/core';
import type { EndReason } from '../../graph/generated/graphql';
import { wordsOf } from '../../parts/words';
import { accountTexts } from '../../texts/account';
import type { ActField, ActForm, ActSubject } from './actForm';
import { BasisField } from './BasisField';

/** The reasons that people give; the others come about by themselves. */
const endReasons: readonly EndReason[] = [
  'COURT_ORDER',
  'LICENCE',
  'DELISTING',
  'MISTAKEN_IDENTITY',
  'WITHDRAWAL',
];

export interface ActFieldsProps {
  readonly subject: ActSubject;
  readonly fields: readonly ActField[];
  readonly form: ActForm;
  readonly onChange: (changed: Partial<ActForm>) => void;
}

/** The fields of an act beside its reason. */
export function ActFields({ subject, fields, form, onChange }: ActFieldsProps) {
  return (
    <>
      {fields.includes('endReason') ? (
        <Select
          label={accountTexts.endReason}
          description={accountTexts.endReasonHint}
          withAsterisk
          data={endReasons.map((value) => ({ value, label: wordsOf(value) }))}
          value={form.endReason}
          onChange={(endReason) => onChange({ endReason: endReason })}
        />
      ) : null}
      {fields.includes('basis') ? (
        <BasisField
          account={subject.account}
          value={[...form.processes]}
          onChange={(processes) => onChange({ processes })}
        />
      ) : null}
      {fields.includes('amounts') ? <AmountFields subject={subject} form={form} onChange={onChange} /> : null}
      {fields.includes('to') ? (
        <TextInput
          label={accountTexts.transferTo}
          value={form.to}
          onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
        />
      ) : null}
      {fields.includes('until') ? (
        <TextInput
          label={accountTexts.until}
          placeholder="2027-06-01"
          value={form.until}
          onChange={({ currentTarget }) => onChange({ until: currentTarget.value.trim() })}
        />
      ) : null}
      {fields.includes('grounds') ? (
        <>
          <TextInput
            label={accountTexts.rule}
            description={accountTexts.groundsHint}
            value={form.rule}
            onChange={({ currentTarget }) => onChange({ rule: currentTarget.value })}
          />
          <TagsInput
            label={accountTexts.claims}
            value={[...form.claims]}
            onChange={(claims) => onChange({ claims })}
          />
        </>
      ) : null}
    </>
  );
}

function AmountFields({ subject, form, onChange }: Omit<ActFieldsProps, 'fields'>) {
  if (subject.assets.length === 0) return <p>{accountTexts.noAssets}</p>;
  return subject.assets.map(({ id, symbol, decimals }) => (
    <TextInput
      key={id}
      label={accountTexts.amountOf(symbol)}
      description={decimals === null || decimals === undefined ? accountTexts.inBaseUnits : id}
      inputMode="decimal"
      value={form.amounts[id] ?? ''}
      onChange={({ currentTarget }) => onChange({ amounts: { ...form.amounts, [id]: currentTarget.value } })}
    />
  ));
}
