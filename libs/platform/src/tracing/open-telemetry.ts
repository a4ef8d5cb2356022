import FastifyOtel from '@fastify/otel';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance } from 'fastify';
import { Rejection, type RecordedEvent } from '#eventsourcing';
import type { TracesTo, Tracing, Work } from './tracing.js';

/** Events older than this are folded without a word: a view that is caught up with or made anew belongs to no request. */
const OLDEST_MS = 10 * 60_000;

/** Traces over OTLP, in this thread. The sampler and the pace of sending are those of OpenTelemetry's own variables. */
export class OpenTelemetry implements Tracing {
  readonly #provider: NodeTracerProvider;
  readonly #tracer: Tracer;

  constructor({ url, headers, name }: TracesTo) {
    this.#provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': name }),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, headers: { ...headers } }))],
    });
    this.#provider.register();
    this.#tracer = this.#provider.getTracer('steadfast');
  }

  span<T>({ name, parent, attributes = {} }: Work, run: (traceparent: string | undefined) => Promise<T>): Promise<T> {
    const within = parent === undefined ? context.active() : contextOf(parent);
    return this.#tracer.startActiveSpan(name, { attributes }, within, async (span) => {
      try {
        return await run(traceparentOf(span));
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  async folding(events: readonly RecordedEvent[], run: () => Promise<void>): Promise<void> {
    const startTime = Date.now();
    await run();
    for (const [parent, count] of parentsOf(events, startTime - OLDEST_MS))
      this.#tracer.startSpan('fold', { startTime, attributes: { 'steadfast.events': count } }, contextOf(parent)).end();
  }

  async watch(server: FastifyInstance): Promise<void> {
    const http = new FastifyOtel.FastifyOtelInstrumentation({
      ignorePaths: ({ url }) => /^\/(health|metrics)/.test(url),
    });
    http.setTracerProvider(this.#provider);
    await server.register(http.plugin());
  }

  async close(): Promise<void> {
    await this.#provider.shutdown();
    for (const api of [trace, context, propagation]) api.disable();
  }
}

/** The commands that events were caused by, as far as they are young, with how many events each has caused. */
function parentsOf(events: readonly RecordedEvent[], since: number): ReadonlyMap<string, number> {
  const parents = new Map<string, number>();
  for (const { at, metadata } of events) {
    const { traceparent } = metadata;
    if (traceparent === undefined || Date.parse(at) < since) continue;
    parents.set(traceparent, (parents.get(traceparent) ?? 0) + 1);
  }
  return parents;
}

function contextOf(traceparent: string): Context {
  return propagation.extract(ROOT_CONTEXT, { traceparent });
}

function traceparentOf(span: Span): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(trace.setSpan(ROOT_CONTEXT, span), carrier);
  return carrier.traceparent;
}

/** What an error is called: its message may say what somebody wrote. */
function nameOf(error: unknown): string {
  if (error instanceof Rejection) return error.code;
  return error instanceof Error ? error.name : 'Error';
}
