import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A span as it is told over OTLP in JSON, and the name of the process that told it. */
export interface Told {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status: { readonly code: number; readonly message?: string };
  readonly attributes: readonly Attribute[];
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}

interface Body {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Told, 'service'>[] }[];
  }[];
}

/** Takes traces on loopback as a collector does. */
export interface TraceCollector {
  readonly url: string;
  /** The headers that traces came with. */
  readonly headers: readonly NodeJS.Dict<string | string[]>[];
  readonly bodies: readonly string[];
  /** The spans of a trace, by their names from the outermost to the innermost, once so many of them are told. */
  paths(traceId: string, count: number): Promise<readonly string[]>;
  spans(traceId: string): readonly Told[];
  close(): void;
}

/** A trace of its own, and the `traceparent` that a request of it comes with. */
export function newTrace(flags = '01'): { readonly traceId: string; readonly traceparent: string } {
  const traceId = randomBytes(16).toString('hex');
  return { traceId, traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}` };
}

const WITHIN_MS = 20_000;

export async function collectTraces(): Promise<TraceCollector> {
  const [told, headers, bodies]: [Told[], NodeJS.Dict<string | string[]>[], string[]] = [[], [], []];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += String(chunk)));
    request.on('end', () => {
      headers.push(request.headers);
      bodies.push(text);
      told.push(...toldIn(JSON.parse(text) as Body));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const spans = (traceId: string) => told.filter((span) => span.traceId === traceId);
  return {
    ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, headers, bodies, spans },
    paths: async (traceId, count) => {
      for (const until = performance.now() + WITHIN_MS; spans(traceId).length < count;) {
        if (performance.now() > until) break;
        await pause(20);
      }
      return pathsOf(spans(traceId));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function toldIn({ resourceSpans }: Body): Told[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
  });
}

function pathsOf(spans: readonly Told[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const path = ({ name, parentSpanId = '' }: Told): string => {
    const parent = byId.get(parentSpanId);
    return parent ? `${path(parent)} > ${name}` : name;
  };
  return spans.map(path).sort();
}
