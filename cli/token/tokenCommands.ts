import { type Command, Option } from 'commander';
import { roles } from '../../shared/identity/roles';
import type { RevokeOptions } from './revoke';
import type { TokenOptions } from './token';

/** `cordon token`, and `cordon token revoke`. */
export function addToken(program: Command, dataDirOption: () => Option): void {
  const token = program
    .command('token')
    .description('sign a development token, valid for a day, and print it')
    .addOption(new Option('--role <role>', 'whom the token is for (needed)').choices(roles))
    .option('--venue <id>', 'the venue that a partner speaks for')
    .option('--client <id>', 'the client of the token (client_id), as the partner file lists it')
    .option('--subject <name>', 'the name in the token (default: the role)')
    .option('--link', 'print the address that opens the console signed in, and not the token')
    .addOption(dataDirOption())
    .action(async (options: TokenOptions) => (await import('./token.js')).runToken(options));
  token
    .command('revoke')
    .description('revoke a token, or those of a client or subject, in every gateway within two seconds')
    .option('--jti <id>', 'the id of one token')
    .option('--client <id>', 'a client (client_id, else azp): its tokens that were issued up to an instant')
    .option('--subject <name>', 'a subject: its tokens that were issued up to an instant')
    .option('--before <instant>', 'with --client or --subject: RFC 3339 (default: now)')
    .option('--issuer <iss>', 'only tokens of this issuer (default: of all)')
    .addOption(dataDirOption())
    .action(async (_options: RevokeOptions, command: Command) =>
      (await import('./revoke.js')).runRevoke(command.optsWithGlobals<RevokeOptions>()),
    );
}
