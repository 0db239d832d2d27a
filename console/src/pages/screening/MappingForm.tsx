import { Button, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { screeningTexts } from '../../texts/screening';
import type { CsvFile } from './readCsv';
import { type Mapping, mappingOf, subjectFields } from './subjectsOfCsv';

export interface MappingFormProps {
  readonly file: CsvFile;
  readonly onMapped: (mapping: Mapping) => void;
}

/** Asked only where no header says which column holds the name. */
export function MappingForm({ file, onMapped }: MappingFormProps) {
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(file.headers));
  return (
    <Stack mt="md" gap="xs">
      <Text fw={600}>{screeningTexts.mapping}</Text>
      <Text size="sm">{screeningTexts.mappingHint}</Text>
      {subjectFields.map((field) => (
        <Select
          key={field}
          label={screeningTexts.column[field]}
          data={[...new Set(file.headers)].filter(Boolean)}
          value={mapping[field] ?? null}
          placeholder={screeningTexts.notMapped}
          clearable
          onChange={(header) => {
            const { [field]: _before, ...rest } = mapping;
            setMapping(header === null ? rest : { ...rest, [field]: header });
          }}
        />
      ))}
      <Button disabled={mapping.name === undefined} onClick={() => onMapped(mapping)}>
        {screeningTexts.start}
      </Button>
    </Stack>
  );
}
