import { variablesIn } from './http-file.ts';

/** Somebody who acts in the flows, as a token says it. */
export interface Actor {
  readonly party: string;
  readonly roles: string[];
  readonly subject: string;
}

/** Who is meant by a name such as `deu_operator`: of Germany, an operator; a colleague is another operator. */
export function actorCalled(name: string): Actor {
  const [, party, role] = /^([a-z]+)_(operator|colleague|coordinator|recipient|historian)$/.exec(name) ?? [];
  if (party === undefined || role === undefined)
    throw new Error(`{{${name}}} is nobody: call them by party and role, such as deu_operator`);
  return {
    party: party.toUpperCase(),
    roles: [role === 'colleague' ? 'operator' : role],
    subject: `${role} of ${party.toUpperCase()}`,
  };
}

/** Everybody who acts in `.http` files, by the name that stands for their token. */
export function actorsIn(texts: readonly string[]): ReadonlyMap<string, Actor> {
  const names = variablesIn(texts.join('\n')).filter((name) => name !== 'url');
  return new Map(names.map((name) => [name, actorCalled(name)]));
}

/** What stands for the names in `.http` files: the address of a ledger, and a token for everybody who acts. */
export async function environmentOf(
  actors: ReadonlyMap<string, Actor>,
  url: string,
  token: (actor: Actor) => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const tokens = [...actors].map(async ([name, actor]) => [name, await token(actor)] as const);
  return { url, ...Object.fromEntries(await Promise.all(tokens)) };
}
