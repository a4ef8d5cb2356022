/** What an auditor names: a view, or an address of the ledger, with its parameters. */
export interface Subject {
  readonly kind: 'views' | 'questions';
  readonly name: string;
  readonly parameters: URLSearchParams;
}

/** The address of a subject with more parameters, of which those without a value are left out; `before` stands before its path. */
export function addressOf(
  { kind, name, parameters }: Subject,
  more: Readonly<Record<string, string | undefined>>,
  before = '',
): string {
  const query = new URLSearchParams(parameters);
  for (const [parameter, value] of Object.entries(more)) if (value !== undefined) query.set(parameter, value);
  return `${before}/${kind}/${encodeURIComponent(name)}?${query.toString()}`;
}
