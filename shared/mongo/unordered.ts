/**
 * Options of a bulk write through a mongoose model whose operations do not depend on each other. Without
 * `throwOnValidationError` mongoose leaves out an operation that does not fit the schema, and reports success.
 */
export const unordered = { ordered: false, throwOnValidationError: true } as const;
