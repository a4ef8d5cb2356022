import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A span as it is told over OTLP in JSON. */
export interface Told {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status: { readonly code: number; readonly message?: string };
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

interface Body {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Told[] }[] }[];
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

const WITHIN_MS = 20_000;

export async function collectTraces(): Promise<TraceCollector> {
  const [told, headers, bodies]: [Told[], NodeJS.Dict<string | string[]>[], string[]] = [[], [], []];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += String(chunk)));
    request.on('end', () => {
      headers.push(request.headers);
      bodies.push(text);
      const { resourceSpans } = JSON.parse(text) as Body;
      told.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
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

function pathsOf(spans: readonly Told[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const path = ({ name, parentSpanId = '' }: Told): string => {
    const parent = byId.get(parentSpanId);
    return parent ? `${path(parent)} > ${name}` : name;
  };
  return spans.map(path).sort();
}
