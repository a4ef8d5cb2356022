import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { composeIn } from './support/compose.js';
import { build, launch, scratch, type Launched } from './support/launch.js';
import { metricsIn } from './support/promql.js';

const root = join(import.meta.dirname, '../docker');
const yaml = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));

const rules = (
  yaml('prometheus/alerts.yml') as { groups: { rules: { alert: string; expr: string }[] }[] }
).groups.flatMap(({ rules: each }) => each);
const dashboard = JSON.parse(readFileSync(join(root, 'grafana/dashboards/steadfast.json'), 'utf8')) as {
  panels: { id: number; title: string; datasource: { uid: string }; targets: { expr: string }[] }[];
};
const prometheus = yaml('prometheus/prometheus.yml') as {
  rule_files: string[];
  scrape_configs: { job_name: string; metrics_path: string; dns_sd_configs: { names: string[]; port: number }[] }[];
};
const expressions = [
  ...rules.map(({ alert, expr }) => [`the alert ${alert}`, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [`the panel ${title}`, expr] as const)),
];

/** The metrics of a page for Prometheus, a histogram with each of its parts. */
function metricsOf(page: string): readonly string[] {
  return [...page.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((part) => name + part) : [name],
  );
}

/** What the documentation of operations says under a heading. */
function sectionOf(heading: string): string {
  const text = readFileSync(join(root, '../docs/operations.md'), 'utf8');
  return text.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
}

const oidc = {
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_AUDIENCE: 'steadfast',
  OIDC_JWKS_URL: 'https://login.example.org/keys',
};

jest.setTimeout(60_000);

describe('what is measured', () => {
  const dataDir = scratch();
  let server: Launched;
  let metrics: readonly string[];

  beforeAll(async () => {
    build();
    server = await launch({ DATA_DIR: dataDir, METRICS: 'open', ...oidc });
    const answer = await fetch(`${server.url}${prometheus.scrape_configs[0]!.metrics_path}`);
    metrics = metricsOf(await answer.text());
  }, 120_000);

  afterAll(async () => {
    server.kill('SIGTERM');
    await server.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is open to Prometheus where the ledger is not open to all', async () => {
    expect((await fetch(`${server.url}/views/pledges`)).status).toBe(401);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
  });

  it('is listed in the documentation, all of it and nothing else', () => {
    const listed = [...sectionOf('Metrics').matchAll(/`(steadfast_\w+)`/g)].map(([, name]) => name);
    const own = metrics
      .filter((name) => name.startsWith('steadfast_'))
      .map((name) => name.replace(/_(bucket|sum|count)$/, ''));
    expect(listed.toSorted()).toEqual([...new Set(own)].toSorted());
  });

  it('is asked for where it is', () => {
    expect(new Set(prometheus.scrape_configs.map(({ metrics_path: path }) => path))).toEqual(new Set(['/metrics']));
    expect(metrics.filter((name) => name.startsWith('steadfast_')).length).toBeGreaterThan(15);
  });

  it.each(expressions)('has all that %s asks for', (_, expression) => {
    const named = metricsIn(expression);
    expect(named).not.toEqual([]);
    // Prometheus itself says whether a target is up.
    expect(named.filter((name) => name !== 'up' && !metrics.includes(name))).toEqual([]);
  });
});

describe('what watches', () => {
  it('asks every process of the compose files at the port it listens on', () => {
    const ours = new Set(['compose.yaml', 'compose.production.yaml'].flatMap((file) => composeIn(file).ours));
    const asked = prometheus.scrape_configs.flatMap(({ job_name: job, dns_sd_configs: [target] }) => ({
      job,
      ...target,
    }));
    expect(asked).toEqual(
      [...ours].map((name) => ({ job: `steadfast-${name}`, names: [name], type: 'A', port: 3000 })),
    );
  });

  it('reads the rules, and each panel from the source that is provisioned', () => {
    expect(prometheus.rule_files.filter((file) => !existsSync(join(root, 'prometheus', file)))).toEqual([]);
    const { datasources } = yaml('grafana/provisioning/datasources/prometheus.yml') as {
      datasources: { uid: string }[];
    };
    const sources = new Set(dashboard.panels.map(({ datasource }) => datasource.uid));
    expect(sources).toEqual(new Set(datasources.map(({ uid }) => uid)));
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });

  it('has a section of the documentation for each alert', () => {
    const sections = [...readFileSync(join(root, '../docs/operations.md'), 'utf8').matchAll(/^### (.+)$/gm)].map(
      ([, name]) => name,
    );
    expect(rules.map(({ alert }) => alert).filter((alert) => !sections.includes(alert))).toEqual([]);
  });

  it('would be found out if it asked for what is no PromQL', () => {
    expect(metricsIn('sum by (le) (rate(a_bucket{x="b"}[5m])) / c > 0')).toEqual(['a_bucket', 'c']);
    expect(() => metricsIn('sum(rate(a[5m])')).toThrow('not PromQL at');
  });
});
