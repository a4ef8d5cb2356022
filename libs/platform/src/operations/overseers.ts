import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** The roles that see to the views: what concerns all that is in them is for these. */
export const OVERSEERS: readonly string[] = ['coordinator', 'auditor'];

/** Throws `RoleMissing` where who asks is none of them; `what` is what is asked for. */
export function ensureOversees({ actor }: FastifyRequest, what: string): void {
  if ((actor?.roles ?? []).some((role) => OVERSEERS.includes(role))) return;
  throw new Problem('RoleMissing', `${what} is for the roles ${OVERSEERS.join(', ')}.`, { may: OVERSEERS });
}
