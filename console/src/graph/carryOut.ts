import { partTexts } from '../texts/parts';
import { ask, AskError } from './ask';
import type { TypedDocumentString } from './generated/graphql';

/**
 * Carries out a command and returns its answer. Any error, and a null answer, reject: it is then not known to be done.
 * @throws AskError
 */
export async function carryOut<Data extends object, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<{ readonly [Field in keyof Data]: NonNullable<Data[Field]> }> {
  const { data, errors } = await ask(document, variables);
  if (errors.length > 0) throw AskError.of(errors);
  if (Object.values(data).some((answer) => answer === null || answer === undefined))
    throw new AskError(partTexts.commandNotAnswered, 'UNKNOWN');
  return data as { readonly [Field in keyof Data]: NonNullable<Data[Field]> };
}
