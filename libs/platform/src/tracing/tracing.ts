import type { FastifyInstance } from 'fastify';
import type { RecordedEvent } from '#eventsourcing';

/** A piece of work as a trace shows it; names and attributes come from the tables of the house, never from a body. */
export interface Work {
  readonly name: string;
  /** The W3C `traceparent` that it goes on from; what is going on unless given. */
  readonly parent?: string | undefined;
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** Where traces are told of what is done. */
export interface Tracing {
  /** Does a piece of work, which is given its own `traceparent`, or `undefined` where nothing is traced. */
  span<T>(work: Work, run: (traceparent: string | undefined) => Promise<T>): Promise<T>;
  /** Folds events into the views, which goes on from each command that caused some of them. */
  folding(events: readonly RecordedEvent[], run: () => Promise<void>): Promise<void>;
  /** Traces every request of a server that has no routes yet. */
  watch(server: FastifyInstance): Promise<void>;
  /** Sends what is left, and ends. */
  close(): Promise<void>;
}

/** Nothing is traced, and nothing of it is loaded. */
export const untraced: Tracing = {
  span: (_, run) => run(undefined),
  folding: (_, run) => run(),
  watch: async () => undefined,
  close: async () => undefined,
};

/** Where traces are sent, and under which name. */
export interface TracesTo {
  /** The address that takes traces as OTLP over HTTP. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly name: string;
}
