import type { AnyPolicy } from '#eventsourcing';

/** Every policy. */
export const policies: readonly AnyPolicy[] = [];
