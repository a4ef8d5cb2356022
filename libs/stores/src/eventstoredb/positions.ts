import { START as ALL_START, type Position, type ReadPosition } from '@eventstore/db-client';
import { START } from '#eventsourcing';

/**
 * A place in EventStoreDB's log as one number. Events appended over gRPC are records that commit themselves: commit and prepare
 * position are one, and no two events share it. It is the offset of the record, and no read may begin anywhere but at one; so a
 * position is twice the offset, plus one: the position before it (`position - 1n`) still leads to the same record, and `START` to none.
 */
export const positionOf = ({ commit }: Position): bigint => 2n * commit + 1n;

/** Where to read from so as to meet what comes after a position: at the record that has it, or would come next, itself included. */
export function placeOf(after: bigint): ReadPosition {
  if (after <= START) return ALL_START;
  const offset = after >> 1n;
  return { commit: offset, prepare: offset };
}

/** Whether what comes after a position begins with the very record that its place leads to. */
export const includesItsPlace = (after: bigint): boolean => after > START && after % 2n === 0n;
