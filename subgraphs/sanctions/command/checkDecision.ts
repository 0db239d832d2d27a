import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { CustomerMatchType, customerMatchView } from '../customerMatch/customerMatch.type';
import { isSamePerson } from '../decision/decision.rules';
import { approvesDecisions } from '../scopes';
import { commitDecision, type DecidesMatches } from './commitDecision';
import { requireReason } from './decideMatch';
import { CheckDecisionInput } from './decision.input';

/** A second person approves or rejects a decision, by the digest of the match as it was seen. */
@Resolver()
export class CheckDecisionResolver {
  @Mutation(() => CustomerMatchType, {
    nullable: true,
    description: 'Approves the decision of another person on a match: it is in force.',
  })
  @Directive(approvesDecisions)
  approveMatchDecision(
    @Arg('input', () => CheckDecisionInput, { description: 'The approval.' }) input: CheckDecisionInput,
    @Ctx() context: DecidesMatches,
  ): Promise<CustomerMatchType> {
    return check(input, true, context);
  }

  @Mutation(() => CustomerMatchType, {
    nullable: true,
    description: 'Rejects the decision of another person on a match, with a reason: the match is open.',
  })
  @Directive(approvesDecisions)
  rejectMatchDecision(
    @Arg('input', () => CheckDecisionInput, { description: 'The rejection, with the reason.' })
    input: CheckDecisionInput,
    @Ctx() context: DecidesMatches,
  ): Promise<CustomerMatchType> {
    return check(input, false, context);
  }
}

async function check(
  { key, match, event, digest, ...given }: CheckDecisionInput,
  approves: boolean,
  context: DecidesMatches,
): Promise<CustomerMatchType> {
  const reason = approves && !given.reason ? null : requireReason(given.reason);
  const { caller, now } = context;
  const checked = await commitDecision(context, {
    name: approves ? 'approveMatchDecision' : 'rejectMatchDecision',
    key,
    matchId: match,
    digest,
    input: { match, event, digest, reason },
    decide({ decision }) {
      if (decision?.event !== event || decision.state !== 'PROPOSED')
        throw new CordonError(
          'ALREADY_DECIDED',
          `no decision ${event} on ${match} waits for a second person`,
        );
      if (isSamePerson(decision, caller))
        throw new CordonError(
          'CHECKER_IS_MAKER',
          'the same person decided it: another has to approve or reject',
        );
      if (decision.digest !== digest)
        throw new CordonError(
          'MATCH_CHANGED',
          `the match ${match} is not what decision ${event} was made on`,
        );
      const approval = { approver: caller.subject, at: now.toISOString(), digest };
      return {
        type: approves ? 'DECISION_APPROVED' : 'DECISION_REJECTED',
        facts: { event, reason },
        ...(approves ? { approvals: [approval] } : {}),
      };
    },
  });
  return customerMatchView(checked);
}
