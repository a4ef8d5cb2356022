import { unescape } from 'node:querystring';
import { IsIn, IsOptional, IsUrl, Matches } from 'class-validator';
import type { TracesTo } from '../tracing/tracing.js';
import { FromVariable, IsWhole } from './variable.js';

const KIB = 1024;
const IsAddress = () => IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false });
const ISSUER = 'the https address of an OpenID Connect issuer';

/** Everything that can be set from outside, each field with the environment variable it is read from and its default. */
export class Configuration {
  @FromVariable('PORT', 'a port: a whole number from 0 (any free one) to 65535', '3000')
  @IsWhole(0, 65_535)
  port = 3000;

  @FromVariable('HOST', 'an address or host name to listen on', '127.0.0.1')
  @Matches(/^[A-Za-z0-9.:_-]{1,253}$/)
  host = '127.0.0.1';

  @FromVariable('DATA_DIR', 'a directory that this process may write to', '.data')
  @Matches(/^[^\0]+$/)
  dataDir = '.data';

  @FromVariable(
    'EVENT_STORE_URL',
    'sqlite:<file>, memory:, or a connection string of EventStoreDB: esdb://<user>:<password>@<host>:<port> or esdb+discover://…',
    'sqlite:.data/log.sqlite',
  )
  @IsOptional()
  @Matches(/^(sqlite:[^\0]+|memory:|esdb(\+discover)?:\/\/[^\0\s]+)$/)
  eventStore?: string;

  /** What the names of the ledger's streams begin with in EventStoreDB, which may hold those of others. */
  @FromVariable(
    'EVENT_STORE_PREFIX',
    'what the names of streams begin with in EventStoreDB: letters, digits and underscores, and a dot',
    'steadfast.',
  )
  @Matches(/^[A-Za-z]\w{0,99}\.$/)
  eventStorePrefix = 'steadfast.';

  @FromVariable(
    'DATABASE_URL',
    'pglite:<directory>, pglite: for memory, or postgres://<user>:<password>@<host>:<port>/<database>',
    'pglite:.data/read',
  )
  @IsOptional()
  @Matches(/^(pglite:[^\0]*|postgres(ql)?:\/\/[^\0\s]+)$/)
  database?: string;

  /** The most connections that this process keeps to PostgreSQL; whoever may lead has one more. */
  @FromVariable('DATABASE_CONNECTIONS', 'a number of connections of a process to PostgreSQL, from 4 to 200', '10')
  @IsWhole(4, 200)
  databaseConnections = 10;

  @FromVariable(
    'WORKER',
    'inside (the api folds views and runs policies) or apart (workers do; the default where log and database are servers)',
    'inside',
  )
  @IsOptional()
  @IsIn(['inside', 'apart'])
  worker?: 'inside' | 'apart';

  @FromVariable('LOG_LEVEL', 'one of fatal, error, warn, info, debug, trace, silent', 'info')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  logLevel = 'info';

  /** The largest body of a request, in bytes; a batch of commands may be sixteen times as large. */
  @FromVariable('BODY_LIMIT', 'a number of bytes from 1024 to 67108864', '1048576')
  @IsWhole(KIB, 64 * KIB * KIB)
  bodyLimit = KIB * KIB;

  /** The largest file that an import takes, in bytes. */
  @FromVariable('IMPORT_LIMIT', 'a number of bytes from 1024 to 1073741824', '67108864')
  @IsWhole(KIB, KIB * KIB * KIB)
  importLimit = 64 * KIB * KIB;

  /** How long a request may take to arrive whole, in milliseconds. */
  @FromVariable('REQUEST_TIMEOUT_MS', 'a number of milliseconds from 1000 to 600000', '60000')
  @IsWhole(1000, 600_000)
  requestTimeoutMs = 60_000;

  /** How long an idle connection is kept open, in milliseconds. */
  @FromVariable('KEEP_ALIVE_TIMEOUT_MS', 'a number of milliseconds from 1000 to 600000', '72000')
  @IsWhole(1000, 600_000)
  keepAliveTimeoutMs = 72_000;

  @FromVariable('METRICS', 'token (asked for as for any reading) or open (to anyone who reaches the port)', 'token')
  @IsIn(['token', 'open'])
  metrics = 'token';

  @FromVariable('OIDC_ISSUER', ISSUER, 'https://login.example.org/realms/coalition')
  @IsOptional()
  @IsAddress()
  oidcIssuer?: string;

  @FromVariable('OIDC_AUDIENCE', 'the audience that tokens are issued for', 'steadfast')
  @IsOptional()
  @Matches(/^\S+$/)
  oidcAudience?: string;

  @FromVariable('OIDC_JWKS_URL', "the address of the issuer's public keys", 'https://login.example.org/keys')
  @IsOptional()
  @IsAddress()
  oidcJwksUrl?: string;

  /** Nothing is traced unless one of the two endpoints is given. */
  @FromVariable(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'the address of a collector of traces, to which /v1/traces is added',
    'http://127.0.0.1:4318',
  )
  @IsOptional()
  @IsAddress()
  otlpEndpoint?: string;

  @FromVariable(
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    'the whole address that takes traces as OTLP over HTTP',
    'http://127.0.0.1:4318/v1/traces',
  )
  @IsOptional()
  @IsAddress()
  otlpTracesEndpoint?: string;

  @FromVariable('OTEL_EXPORTER_OTLP_PROTOCOL', 'http/json, in which traces are sent', 'http/json')
  @IsIn(['http/json'])
  otlpProtocol = 'http/json';

  @FromVariable(
    'OTEL_EXPORTER_OTLP_HEADERS',
    'headers to send with traces, name=value parted by commas',
    'api-key=secret',
  )
  @IsOptional()
  @Matches(/^[\w.-]+=[^,]*(,[\w.-]+=[^,]*)*$/)
  otlpHeaders?: string;

  @FromVariable('OTEL_SERVICE_NAME', 'the name that traces are sent under', 'steadfast')
  @Matches(/^\S.{0,99}$/)
  serviceName = 'steadfast';

  @FromVariable(
    'OTEL_TRACES_SAMPLER',
    'which requests are traced: parentbased_always_on, parentbased_traceidratio, always_on, always_off or traceidratio',
    'parentbased_traceidratio',
  )
  @IsIn([
    'parentbased_always_on',
    'parentbased_always_off',
    'parentbased_traceidratio',
    'always_on',
    'always_off',
    'traceidratio',
  ])
  tracesSampler = 'parentbased_always_on';

  @FromVariable('OTEL_TRACES_SAMPLER_ARG', 'the part of requests that is traced, from 0 to 1', '0.1')
  @Matches(/^(0(\.\d+)?|1(\.0+)?)$/)
  tracesSamplerArgument = '1';

  @FromVariable('OIDC_PARTY_CLAIM', 'the name of the claim that holds the party', 'party')
  @Matches(/^\S+$/)
  partyClaim = 'party';

  @FromVariable('OIDC_ROLES_CLAIM', 'the name of the claim that holds the roles', 'roles')
  @Matches(/^\S+$/)
  rolesClaim = 'roles';

  /** Where the log is: `sqlite:<file>`, `memory:` or `esdb://…`. */
  get eventStoreUrl(): string {
    return this.eventStore ?? `sqlite:${this.dataDir}/log.sqlite`;
  }

  /** Where the read side is: `pglite:<directory>` or `postgres://…`. */
  get databaseUrl(): string {
    return this.database ?? `pglite:${this.dataDir}/read`;
  }

  /** How many positions lie between two events of the log, on average: in EventStoreDB they count half bytes. */
  get positionsPerEvent(): bigint {
    return this.eventStoreUrl.startsWith('esdb') ? 2_000n : 1n;
  }

  /** Whether the database of the read side is a server, which processes can share. */
  get hasDatabaseServer(): boolean {
    return !this.databaseUrl.startsWith('pglite:');
  }

  /** Whether processes can share the log as well as the database. */
  get isShared(): boolean {
    return this.hasDatabaseServer && !/^(sqlite|memory):/.test(this.eventStoreUrl);
  }

  /** Whether the api folds views and runs policies itself; else workers do. */
  get worksInside(): boolean {
    return this.worker === undefined ? !this.isShared : this.worker === 'inside';
  }

  /** Where traces go, if anywhere. */
  get traces(): TracesTo | undefined {
    const url = this.otlpTracesEndpoint ?? (this.otlpEndpoint && `${this.otlpEndpoint.replace(/\/+$/, '')}/v1/traces`);
    if (url === undefined) return undefined;
    return { url, name: this.serviceName, headers: headersIn(this.otlpHeaders) };
  }

  /** The address that the api answers at, on its port or, where that is any, on the one that it found. */
  addressAt(port = this.port): string {
    return `http://${this.host.includes(':') ? `[${this.host}]` : this.host}:${port}`;
  }

  /** Whether anyone on this machine may read without a token: the local issuer, listening on loopback only. */
  get readsAreOpen(): boolean {
    return this.oidcIssuer === undefined && /^(localhost|127(\.\d+){3}|::1)$/.test(this.host);
  }
}

/** Headers as OpenTelemetry's variable has them, their values percent-encoded where they must be. */
function headersIn(text = ''): Readonly<Record<string, string>> {
  const headers = [...text.matchAll(/([\w.-]+)=([^,]*)/g)];
  return Object.fromEntries(headers.map(([, name = '', value = '']) => [name, unescape(value)]));
}
