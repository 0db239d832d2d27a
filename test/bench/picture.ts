/**
 * Frames while a node of a picture of 500 nodes is dragged, in the machine's Chromium: median and 95th, in milliseconds.
 * `--nodes N` (500), `--steps N` of the mouse (120).
 */
import type { Page } from 'playwright-core';
import { openConsole } from '../support/browser/openConsole';
import { numberOption } from './options';
import { machine, percentile } from './timing';

const nodes = numberOption('--nodes', 500);
const steps = numberOption('--steps', 120);
const actor = 'ofac:43337';

interface Answer {
  data?: { actor?: { id: string; name: string; relationships?: object[] } };
}

/** Gives the actor as many relationships as there are nodes beside it: a chain of groups of ten. */
async function giveRelationships(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Answer;
    const given = answer.data?.actor;
    if (!given?.relationships) return route.fulfill({ response });
    const nameOf = (i: number) =>
      i === 0 ? { id: given.id, name: given.name } : { id: `x:${i}`, name: `Actor ${i}` };
    given.relationships = Array.from({ length: nodes - 1 }, (_, i) => ({
      id: `r${i}`,
      kind: 'AFFILIATED_WITH',
      confidence: 90,
      validFrom: null,
      validFromText: null,
      validTo: null,
      validToText: null,
      evidence: 'STATEMENT',
      disputed: false,
      sources: [],
      from: nameOf(Math.floor(i / 10)),
      to: nameOf(i + 1),
    }));
    return route.fulfill({ response, json: answer });
  });
}

/** Counts frames in the page until it is called again. */
const countFrames = `window.frames_ = []; { let last = performance.now(); const next = (now) => { frames_.push(now - last); last = now; window.counting = requestAnimationFrame(next); }; window.counting = requestAnimationFrame(next); }`;

async function main(): Promise<void> {
  const up = await openConsole();
  try {
    const page = await up.signIn('analyst');
    page.setDefaultTimeout(60_000);
    await giveRelationships(page);
    await page.goto(`${up.url}/actors/${actor}`);
    const figure = page.getByRole('figure', { name: /relationships of/i });
    const node = figure.getByRole('button', { name: /TECHNICAL RECONNAISSANCE/i }).first();
    await node.scrollIntoViewIfNeeded();
    const box = await node.boundingBox();
    if (!box) throw new Error('the node has no place');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.evaluate(countFrames);
    for (let i = 1; i <= steps; i++) await page.mouse.move(x + 60 * Math.sin(i / 10), y + (40 * i) / steps);
    const frames = await page.evaluate<number[]>('cancelAnimationFrame(counting), frames_');
    await page.mouse.up();
    const shown = (share: number) => percentile(frames, share).toFixed(1);
    process.stdout.write(
      `${machine}\n${nodes} nodes, ${frames.length} frames: median ${shown(0.5)} ms, 95th ${shown(0.95)} ms\n`,
    );
  } finally {
    await up.close();
  }
}

void main();
