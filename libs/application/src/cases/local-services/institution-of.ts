/** The institution a case is about. */
export const institutionOf = (data: Readonly<Record<string, unknown>>): string | undefined =>
  typeof data['institutionId'] === 'string' ? data['institutionId'] : undefined;
