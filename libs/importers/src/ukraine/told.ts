import type * as domain from '#domain';
import type { Fields } from '../words.js';

type Domain = typeof domain;

/**
 * A fact of a history as the command that records it, in the name of a party; `occurredAt` is a day or a time with zone. What a rule wants
 * another person for than the one who proposed it is recorded by a second historian (`approves`).
 */
export interface Told {
  readonly type: string;
  readonly data: object;
  readonly occurredAt: string;
  readonly actingFor?: string;
  readonly approves?: true;
}

type DataOf<Type extends keyof Domain> = Domain[Type] extends new () => infer Data
  ? Data extends object
    ? Fields<Data>
    : never
  : never;

/** A fact; the fields of its command are those of the law. */
export function told<Type extends keyof Domain>(
  type: Type,
  occurredAt: string,
  data: DataOf<Type>,
  actingFor?: string,
): Told {
  return { type, data, occurredAt, ...(actingFor !== undefined && { actingFor }) };
}

/** When a fact was so: a day counts from its beginning in UTC. */
export function momentOf({ occurredAt }: Told): Temporal.Instant {
  return Temporal.Instant.from(occurredAt.includes('T') ? occurredAt : `${occurredAt}T00:00:00Z`);
}
