import type { Command } from 'commander';
import type { PartnersCheckOptions } from './runPartnersCheck';

/** `cordon partners …`. */
export function addPartners(program: Command): void {
  program
    .command('partners')
    .description('work on the partner file (CORDON_PARTNERS)')
    .command('check')
    .description('check a partner file as the gateway does, with the stored operations that it names')
    .argument('<file>', 'the partner file')
    .option('--supergraph <file>', 'the supergraph (default: CORDON_SUPERGRAPH, else the committed one)')
    .action(async (file: string, options: PartnersCheckOptions) =>
      (await import('./runPartnersCheck.js')).runPartnersCheck(file, options),
    );
}
