import { parser } from '@graphql-eslint/eslint-plugin/parser';
import { rule as namingConvention } from '@graphql-eslint/eslint-plugin/rules/naming-convention/index';
import { rule as relayConnectionTypes } from '@graphql-eslint/eslint-plugin/rules/relay-connection-types/index';
import { rule as relayPageInfo } from '@graphql-eslint/eslint-plugin/rules/relay-page-info/index';
import { rule as requireDeprecationDate } from '@graphql-eslint/eslint-plugin/rules/require-deprecation-date/index';
import { rule as requireDeprecationReason } from '@graphql-eslint/eslint-plugin/rules/require-deprecation-reason/index';
import { rule as requireDescription } from '@graphql-eslint/eslint-plugin/rules/require-description/index';
import { Linter } from 'eslint';

export interface LintProblem {
  /** The rule's name in UPPER_CASE. */
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

// The plugin's index loads some forty rules; these files load in a third of the time.
const rules = {
  'require-description': requireDescription,
  'naming-convention': namingConvention,
  'require-deprecation-reason': requireDeprecationReason,
  'require-deprecation-date': requireDeprecationDate,
  'relay-connection-types': relayConnectionTypes,
  'relay-page-info': relayPageInfo,
};

const configuration = {
  files: ['**/*.graphql'],
  plugins: { graphql: { rules } },
  // The rules in use read only the document; the parser wants a schema all the same.
  languageOptions: {
    parser,
    parserOptions: {
      schemaSdl:
        'type Query { unused: Int } type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }',
    },
  },
  rules: {
    'graphql/require-description': ['warn', { types: true, FieldDefinition: true }],
    'graphql/naming-convention': [
      'warn',
      {
        types: 'PascalCase',
        FieldDefinition: 'camelCase',
        InputValueDefinition: 'camelCase',
        EnumValueDefinition: 'UPPER_CASE',
        allowLeadingUnderscore: true,
      },
    ],
    'graphql/require-deprecation-reason': 'warn',
    'graphql/require-deprecation-date': 'warn',
    'graphql/relay-connection-types': 'warn',
    'graphql/relay-page-info': 'warn',
  },
};

/** Runs @graphql-eslint's rules over one subgraph's SDL. */
export function lintSubgraph(sdl: string): readonly LintProblem[] {
  // The plugin's types are of an older form of ESLint's.
  const found = new Linter({ configType: 'flat' }).verify(sdl, configuration as unknown as Linter.Config, {
    filename: 'schema.graphql',
  });
  return found.flatMap(({ ruleId, message, line, column }) =>
    ruleId === null
      ? []
      : [
          {
            code: ruleId
              .replace(/^graphql\//, '')
              .replaceAll('-', '_')
              .toUpperCase(),
            message,
            line,
            column,
          },
        ],
  );
}
