import { untraced, type TracesTo, type Tracing } from './tracing.js';

/** Traces to an address, or nothing where there is none: what traces is loaded only for that. */
export async function openTracing(to: TracesTo | undefined): Promise<Tracing> {
  if (!to) return untraced;
  const { OpenTelemetry } = await import('./open-telemetry.js');
  return new OpenTelemetry(to);
}
