import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * The serious and critical findings of axe on a page that has come to rest: the rule, and the first place that breaks it.
 * The size of targets (WCAG 2.2, 2.5.8) is checked, too.
 */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(axe);
  const found: { readonly violations: readonly Violation[] } = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })",
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}
