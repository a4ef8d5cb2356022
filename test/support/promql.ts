import { parser } from '@prometheus-io/lezer-promql';

/** The metrics that an expression of Prometheus names; throws for one that Prometheus would not understand. */
export function metricsIn(expression: string): readonly string[] {
  const names: string[] = [];
  // Grafana puts a span in place of its own variables before it asks.
  const asked = expression.replaceAll('$__rate_interval', '1m');
  parser.parse(asked).iterate({
    enter: ({ name, type, from, to, node }) => {
      if (type.isError) throw new Error(`not PromQL at ${from}: ${expression}`);
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') names.push(asked.slice(from, to));
    },
  });
  return names;
}
