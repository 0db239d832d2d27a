import { Button, FileButton, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { RefObject } from 'react';
import { download } from '../parts/download';
import { traceTexts } from '../texts/trace';
import { pictureTexts } from '../texts/picture';
import { drawnSvg } from './drawnSvg';
import { exportPng, exportSvg } from './exportPicture';
import type { PictureSvgProps } from './PictureSvg';
import { type Arrangement, type PictureStep, readPicture, savedPicture, untouched } from './savedPicture';

export interface PictureToolsProps {
  /** The drawing on the page; none where that is a canvas. */
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly drawing: PictureSvgProps;
  readonly fileName: string;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  readonly steps: readonly PictureStep[] | undefined;
  readonly onSteps: ((steps: readonly PictureStep[]) => void) | undefined;
  readonly fitted: boolean;
  readonly onFit: (fitted: boolean) => void;
}

export function PictureTools(props: PictureToolsProps) {
  const { svg, drawing, fileName, arrangement, onArrange, steps, onSteps, fitted, onFit } = props;
  const load = async (file: File | null) => {
    if (!file) return;
    const read = readPicture(await file.text());
    if (!read) {
      notifications.show({ color: 'red', message: traceTexts.loadFailed });
      return;
    }
    onArrange(read);
    if (read.steps.length === 0 || !onSteps) return;
    onSteps(read.steps);
    notifications.show({ message: pictureTexts.loadedAsked });
  };
  const leave = async (write: typeof exportPng) => {
    try {
      await write(svg.current ?? (await drawnSvg(drawing)), fileName);
    } catch (error) {
      notifications.show({ color: 'red', title: traceTexts.pngFailed, message: String(error) });
    }
  };
  const small = { size: 'xs', variant: 'default' } as const;
  return (
    <Group gap="xs" className="no-print">
      <Button {...small} onClick={() => void leave(async (drawn, name) => exportSvg(drawn, name))}>
        {traceTexts.exportSvg}
      </Button>
      <Button {...small} onClick={() => void leave(exportPng)}>
        {traceTexts.exportPng}
      </Button>
      <Button
        {...small}
        onClick={() => download(`${fileName}.json`, savedPicture(arrangement, steps), 'application/json')}
      >
        {traceTexts.saveJson}
      </Button>
      <FileButton accept="application/json" onChange={(file) => void load(file)}>
        {(button) => (
          <Button {...small} {...button}>
            {traceTexts.loadJson}
          </Button>
        )}
      </FileButton>
      <Button {...small} onClick={() => onArrange(untouched)}>
        {traceTexts.reset}
      </Button>
      <Button {...small} aria-pressed={fitted} onClick={() => onFit(!fitted)}>
        {fitted ? pictureTexts.fullSize : pictureTexts.fit}
      </Button>
    </Group>
  );
}
