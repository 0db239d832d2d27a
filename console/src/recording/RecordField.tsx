import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { partTexts } from '../texts/parts';
import { recordingTexts } from '../texts/recording';
import { idsOf, isSound, textOf, type Typed, type TypedField } from './typed';

export interface RecordFieldProps {
  readonly field: TypedField;
  readonly typed: Typed;
  readonly onChange: (value: string | readonly string[]) => void;
}

const yesNo = [
  { value: 'yes', label: partTexts.yes },
  { value: 'no', label: partTexts.no },
];

/** One field of a recording, by its kind. */
export function RecordField({ field, typed, onChange }: RecordFieldProps) {
  const { name, label, kind, hint, required = false, options } = field;
  const value = textOf(typed, name);
  const wrong = value !== '' && !isSound(field, typed);
  const shared = { label, description: hint, required };
  if (kind === 'IDS')
    return <TagsInput {...shared} value={idsOf(typed, name)} onChange={(ids) => onChange(ids)} />;
  if (kind === 'CHOICE' || kind === 'YES_NO')
    return (
      <Select
        {...shared}
        data={[...(options ?? yesNo)]}
        value={value === '' ? null : value}
        allowDeselect={!required}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  if (name === 'reason')
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        value={typed[name] ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...shared}
      value={typed[name] ?? ''}
      error={wrong ? recordingTexts.wrong[kind] : undefined}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
