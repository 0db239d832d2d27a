import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import { CustomerMatchType, customerMatchView } from '../customerMatch/customerMatch.type';
import { needsSecondPerson } from '../decision/decision.rules';
import { groundsOf } from '../decision/grounds.rules';
import { canonicalJson } from '../list/content.rules';
import { writesCustomers } from '../scopes';
import { commitDecision, type DecidesMatches, type MatchNow, maxReasonLength } from './commitDecision';
import { DecideMatchInput } from './decision.input';

@Resolver()
export class DecideMatchResolver {
  @Mutation(() => CustomerMatchType, {
    nullable: true,
    description:
      'Decides a match, as an event of the ledger of decisions. It stays quiet until the customer or the entry changes in what the ' +
      'decision rests on. MATCH_CHANGED where one of them changed since it was seen.',
  })
  @Directive(writesCustomers)
  async decideMatch(
    @Arg('input', () => DecideMatchInput, { description: 'The decision.' }) input: DecideMatchInput,
    @Ctx() context: DecidesMatches,
  ): Promise<CustomerMatchType> {
    const { key, match, digest, verdict, expiresOn = null } = input;
    const reason = requireReason(input.reason);
    if (expiresOn !== null && expiresOn < context.today)
      throw badUserInput(`expiresOn: ${expiresOn} has passed`, { argument: 'input.expiresOn' });
    const decided = await commitDecision(context, {
      name: 'decideMatch',
      key,
      matchId: match,
      digest,
      input: { match, digest, verdict, reason, expiresOn },
      decide: (now) => ({
        type: 'MATCH_DECIDED',
        facts: {
          ...evidenceOf(now),
          verdict,
          reason,
          expiresOn,
          digest,
          needsSecondPerson: needsSecondPerson(context.secondPerson, verdict),
        },
      }),
    });
    return customerMatchView(decided);
  }
}

/** Returns a reason without spaces around it. Throws BAD_USER_INPUT where there is none, or it is too long. */
export function requireReason(given: string | null | undefined): string {
  const reason = given?.trim() ?? '';
  if (reason === '' || reason.length > maxReasonLength)
    throw badUserInput(`reason: it needs 1 to ${maxReasonLength} characters`, { argument: 'input.reason' });
  return reason;
}

/** The evidence as it is now: what both sides say of who is meant, and how they came together. */
function evidenceOf({ match, customer, entry }: MatchNow) {
  const { kind, name, aliases, births, birthPlaces, nationalities, genders, identifiers, addresses } = entry;
  return {
    customer: customer._id,
    tenant: customer.tenant ?? null,
    list: match.list,
    entry: match.entry,
    actor: match.actorId,
    score: match.score,
    entryDigest: match.entryDigest,
    customerDigest: match.customerDigest,
    version: match.version,
    grounds: groundsOf(customer, entry).map((ground) => ({ ...ground })),
    evidence: canonicalJson(match.evidence),
    entryFacts: canonicalJson({
      kind,
      name,
      aliases,
      births,
      birthPlaces,
      nationalities,
      genders,
      identifiers,
      addresses,
    }),
    customerFacts: canonicalJson({
      kind: customer.kind,
      name: customer.name,
      aliases: customer.aliases,
      birthDate: customer.birthDate ?? null,
      nationality: customer.nationality ?? null,
      identifiers: customer.identifiers,
    }),
  };
}
