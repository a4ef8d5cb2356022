import { decider } from '#eventsourcing';
import { Pledge } from '../pledge/pledge.js';
import { ceiling, type CeilingEvent } from './authority.ceiling.js';
import { draws, type DrawsEvent } from './authority.draws.js';
import type { AuthorityCommand, AuthorityState } from './authority.state.js';

export type { AuthorityLapsed } from './authority.state.js';
export type AuthorityEvent = CeilingEvent | DrawsEvent;

/** A legal ceiling from which a donor draws packages (R1, R3, R6, R7, R33, R35). */
export const Authority = decider<AuthorityCommand, AuthorityEvent, AuthorityState>({
  stream: 'authority',
  id: 'authorityId',
  initial: { status: 'none' },
  may: { ...ceiling.may, ...draws.may },
  ahead: ['OpenAuthority', 'RaiseCeiling', 'RevokeCeiling'],
  facts: {
    DrawOnAuthority: ({ data: { pledgeId } }) => [{ from: Pledge, id: pledgeId }],
  },
  decide: { ...ceiling.decide, ...draws.decide },
  evolve: { ...ceiling.evolve, ...draws.evolve },
});
