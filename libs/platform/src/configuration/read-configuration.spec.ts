import 'reflect-metadata';
import { CannotStart } from '../cannot-start.js';
import { readConfiguration } from './read-configuration.js';

/** The lines that these variables are refused with. */
function refused(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof CannotStart) return error.lines;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    const { port, host, dataDir, eventStoreUrl, databaseUrl, readsAreOpen } = readConfiguration({});
    expect({ port, host, dataDir, eventStoreUrl, databaseUrl, readsAreOpen }).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '.data',
      eventStoreUrl: 'sqlite:.data/log.sqlite',
      databaseUrl: 'pglite:.data/read',
      readsAreOpen: true,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration({ PORT: '', OIDC_ISSUER: '' }).port).toBe(3000);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::1' }, true],
    [{ HOST: 'localhost' }, true],
    [
      {
        OIDC_ISSUER: 'https://login.example.org',
        OIDC_AUDIENCE: 'steadfast',
        OIDC_JWKS_URL: 'https://login.example.org/keys',
      },
      false,
    ],
  ])('with %j opens reads to all: %s', (env, open) => {
    expect(readConfiguration(env).readsAreOpen).toBe(open);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['HOST', 'not a host'],
    ['EVENT_STORE_URL', 'sqlite:'],
    ['EVENT_STORE_URL', 'esdb:somewhere'],
    ['EVENT_STORE_PREFIX', '$ledger.'],
    ['EVENT_STORE_PREFIX', 'ledger-'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['WORKER', 'outside'],
    ['BODY_LIMIT', '1'],
    ['OIDC_ISSUER', 'somewhere'],
  ])('refuses %s=%s with its name, what is wrong, what is expected and an example', (name, value) => {
    const [line, ...others] = refused({ [name]: value }).filter((text) => text.startsWith(`${name}:`));
    expect(line).toMatch(new RegExp(`^${name}: ".*" is wrong; expected .+, such as ${name}=.+$`));
    expect(others).toEqual([]);
  });

  it('prints no password, not even of an address that is wrong', () => {
    expect(refused({ DATABASE_URL: 'mysql://ledger:s3cret@db/read' })).toEqual([
      expect.stringContaining('"mysql://ledger:…@db/read" is wrong'),
    ]);
  });

  it.each([
    [{}, true],
    [{ DATABASE_URL: 'postgres://db/read' }, true],
    [{ DATABASE_URL: 'postgres://db/read', WORKER: 'inside' }, true],
    [{ EVENT_STORE_URL: 'esdb://log:2113' }, true],
    [{ DATABASE_URL: 'postgres://db/read', EVENT_STORE_URL: 'esdb+discover://log:2113' }, false],
  ])('with %j has the api fold: %s', (env, inside) => {
    expect(readConfiguration(env).worksInside).toBe(inside);
  });

  it.each([{}, { DATABASE_URL: 'postgres://db/read' }])('refuses WORKER=apart where others see no log: %j', (env) => {
    expect(refused({ WORKER: 'apart', ...env })).toEqual([
      expect.stringMatching(/^WORKER: apart is for a log and a database/),
    ]);
  });

  it('names all that is wrong at once', () => {
    expect(refused({ PORT: 'x', LOG_LEVEL: 'y', OIDC_AUDIENCE: 'z' }).map((line) => line.split(':')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'OIDC_ISSUER',
      'OIDC_JWKS_URL',
    ]);
  });
});

describe('where traces go', () => {
  it('is nowhere unless an endpoint is given', () => {
    expect(readConfiguration({ OTEL_SERVICE_NAME: 'ledger' }).traces).toBeUndefined();
  });

  it('is below the endpoint of all signals, or at that of traces', () => {
    const all = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };
    expect(readConfiguration(all).traces).toEqual({
      ...{ url: 'http://collector:4318/v1/traces', headers: {}, name: 'steadfast' },
    });
    const traces = {
      ...{ ...all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example.org/in', OTEL_SERVICE_NAME: 'ledger' },
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b=c,x-tenant=udcg',
    };
    expect(readConfiguration(traces).traces).toEqual({
      ...{ url: 'https://traces.example.org/in', name: 'ledger' },
      headers: { 'api-key': 'a b=c', 'x-tenant': 'udcg' },
    });
  });

  it('is refused where it is none, without saying what may be secret', () => {
    const wrong = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'esdb://admin:s3cret@collector',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_EXPORTER_OTLP_HEADERS: 's3cret',
      OTEL_TRACES_SAMPLER_ARG: '2',
    };
    expect(refused(wrong).map((line) => line.split(' is wrong')[0])).toEqual([
      'OTEL_EXPORTER_OTLP_ENDPOINT: "esdb://admin:…@collector"',
      'OTEL_EXPORTER_OTLP_PROTOCOL: "grpc"',
      'OTEL_EXPORTER_OTLP_HEADERS: what it holds',
      'OTEL_TRACES_SAMPLER_ARG: "2"',
    ]);
  });
});
