import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { ContradictionRule } from '../vocabulary/contradictionRules';
import type { ContradictionGroup } from './editorGroups.rules';
import type { RuleFinding } from './ruleGroups.rules';

const ContradictionWhy = {
  EDITOR: 'EDITOR',
  RULE: 'RULE',
} as const satisfies { readonly [Name in ContradictionGroup['why']]: Name };
registerEnumType(ContradictionWhy, {
  name: 'ContradictionWhy',
  description: 'The origin of a contradiction.',
  valuesConfig: {
    EDITOR: { description: 'Somebody who read them set them against each other.' },
    RULE: { description: 'Only the rules found it.' },
  },
});

const ContradictionRuleEnum = {
  VALUES: 'VALUES',
  PERIODS: 'PERIODS',
  MODALITY: 'MODALITY',
  ARITHMETIC: 'ARITHMETIC',
} as const satisfies { readonly [Name in ContradictionRule]: Name };
registerEnumType(ContradictionRuleEnum, {
  name: 'ContradictionRule',
  description: 'The kind of contradiction among claims of one subject and predicate.',
  valuesConfig: {
    VALUES: {
      description: 'Values of one unit for the same time, which no rounding or range brings together.',
    },
    PERIODS: { description: 'The same, at times that have no day in common.' },
    MODALITY: { description: 'Stated or suspected by one, denied by another.' },
    ARITHMETIC: { description: 'A share, parts or a sum that cannot be right.' },
  },
});

@ObjectType('ContradictionFinding', { description: 'A finding of a rule among claims.' })
export class ContradictionFindingType implements Omit<RuleFinding, 'claimIds'> {
  @Field(() => ContradictionRuleEnum, { description: 'The rule.' })
  readonly rule!: ContradictionRule;

  @Field(() => String, { description: 'The mismatch, with the values as they are written.' })
  readonly explanation!: string;

  readonly claimIds!: readonly string[];
}

@ObjectType('Contradiction', {
  description: 'Claims that cannot all hold, with the statement of a primary source.',
})
export class ContradictionType implements Omit<ContradictionGroup, 'claimIds' | 'supportedIds'> {
  @Field(() => ID, {
    description:
      'The contradiction, unique within the deployment. By rule: the same claims have the same id.',
  })
  readonly id!: string;

  @Field(() => String, { description: 'The topic.' })
  readonly topic!: string;

  @Field(() => ContradictionWhy, {
    description: "The origin. Findings of rules may join an editor's: `findings`.",
  })
  readonly why!: ContradictionGroup['why'];

  @Field(() => String, { nullable: true, description: 'The statement of a primary source, in our words.' })
  readonly primary!: string | null;

  @Field(() => String, { nullable: true, description: 'The statements of further sources.' })
  readonly others!: string | null;

  @Field(() => String, { nullable: true, description: 'The conclusion for what can be held, in our words.' })
  readonly explanation!: string | null;

  @Field(() => [ContradictionFindingType], { description: 'The findings of the rules among its claims.' })
  readonly findings!: readonly RuleFinding[];
}
