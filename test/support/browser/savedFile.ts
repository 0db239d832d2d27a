import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** The file that a press of a button hands to the person. */
export async function savedFile(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}
