import { Button, FileButton, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { RefObject } from 'react';
import { download } from '../parts/download';
import { traceTexts } from '../texts/pages';
import { exportPng, exportSvg } from './exportPicture';
import { type Arrangement, readPicture, savedPicture, untouched } from './savedPicture';

export interface PictureToolsProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly fileName: string;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

export function PictureTools({ svg, fileName, arrangement, onArrange }: PictureToolsProps) {
  const load = async (file: File | null) => {
    if (!file) return;
    const read = readPicture(await file.text());
    if (read) onArrange(read);
    else notifications.show({ color: 'red', message: traceTexts.loadFailed });
  };
  const png = () => {
    if (!svg.current) return;
    exportPng(svg.current, fileName).catch((error: unknown) =>
      notifications.show({ color: 'red', title: traceTexts.pngFailed, message: String(error) }),
    );
  };
  const small = { size: 'xs', variant: 'default' } as const;
  return (
    <Group gap="xs" className="no-print">
      <Button {...small} onClick={() => svg.current && exportSvg(svg.current, fileName)}>
        {traceTexts.exportSvg}
      </Button>
      <Button {...small} onClick={png}>
        {traceTexts.exportPng}
      </Button>
      <Button
        {...small}
        onClick={() => download(`${fileName}.json`, savedPicture(arrangement), 'application/json')}
      >
        {traceTexts.saveJson}
      </Button>
      <FileButton accept="application/json" onChange={(file) => void load(file)}>
        {(props) => (
          <Button {...small} {...props}>
            {traceTexts.loadJson}
          </Button>
        )}
      </FileButton>
      <Button {...small} onClick={() => onArrange(untouched)}>
        {traceTexts.reset}
      </Button>
    </Group>
  );
}
