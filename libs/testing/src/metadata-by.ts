import type { Actor, EventMetadata } from '#eventsourcing';

/** The metadata of an event that a command of a spec caused. */
export function metadataBy(by: Actor, commandId: string, reported?: boolean): EventMetadata {
  return {
    ...{ commandId, payload: '', by, correlationId: commandId, causationId: commandId },
    ...(reported && { reported }),
  };
}
