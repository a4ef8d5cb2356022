import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DCLinter } from 'dclint';
import { Configuration, readConfiguration, variablesOf } from '#platform';
import {
  composeIn,
  environmentOf,
  example,
  makeCertificates,
  mounted,
  passwords,
  type Service,
} from './support/compose.js';
import { DOCKERFILE, execForm, said, stagesOf } from './support/image.js';
import { scratch } from './support/launch.js';

const root = join(import.meta.dirname, '..');
const docker = join(root, 'docker');
const last = stagesOf().at(-1)!;
const exposed = said(last, 'EXPOSE')[0]!.getArgumentsContent()!;
const known = variablesOf(Configuration).map(({ name }) => name);

const given = passwords();
const certificates = scratch();

beforeAll(() => {
  makeCertificates(certificates);
});
afterAll(() => {
  rmSync(certificates, { recursive: true });
});

/** The linter's types name files that its package lacks. */
const Linter = DCLinter as unknown as new (configuration: object) => {
  lintFiles(paths: readonly string[], recursive: boolean): { messages: { rule: string; message: string }[] }[];
};

/** What the linter, which knows the schema of the Compose Specification, says of a file; the order of keys is nobody's business. */
function objections(file: string): readonly string[] {
  const order = ['service-keys-order', 'services-alphabetical-order', 'service-dependencies-alphabetical-order'];
  const rules = Object.fromEntries(
    [...order, 'no-build-and-image', 'require-quotes-in-ports'].map((rule) => [rule, 0]),
  );
  const linter = new Linter({ rules, exclude: [], quiet: true, debug: false });
  return linter
    .lintFiles([file], false)
    .flatMap(({ messages }) => messages.map(({ rule, message }) => `${rule}: ${message}`));
}

/** Ports of the machine, all that a range such as `3000-3001` has. */
function portsOf({ ports = [] }: Service): readonly number[] {
  return ports.flatMap((port) => {
    const [from = 0, to = from] = (port.split(':').at(-2) ?? '').split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

it('a compose file would not pass with a key that the specification does not know', () => {
  const file = join(scratch(), 'compose.yaml');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'name: x\nservices:\n  api:\n    image: x:1.0.0\n    portz: []\n');
  const [first] = objections(file);
  rmSync(dirname(file), { recursive: true });
  expect(first).toMatch(/invalid-schema.*\/services\/api/);
});

describe.each(['compose.yaml', 'compose.production.yaml'].map(composeIn))('$file', (compose) => {
  const services = Object.entries(compose.services);
  const ours = compose.ours.map((name) => [name, compose.services[name]!] as const);

  /** A file beside the compose file; certificates are made by whoever runs it. */
  const beside = (path: string) =>
    /^(\.\/)?certificates\//.test(path) ? join(certificates, relative('certificates', path)) : join(docker, path);

  it('has nothing that the schema or the linter objects to', () => {
    expect(objections(join(docker, compose.file))).toEqual([]);
  });

  it('names the version of every image that is not its own', () => {
    const foreign = services.filter(([name]) => !compose.ours.includes(name));
    expect(foreign.filter(([, { image }]) => !/:v?\d+(\.\d+)*[\w.-]*$/.test(image))).toEqual([]);
  });

  it('builds from the Dockerfile, in the context that it is written for', () => {
    const builds = services.flatMap(([name, { build }]) => (build ? [{ name, ...build }] : []));
    const at = builds.map(({ name, context, dockerfile }) => [name, relative(root, join(docker, context)), dockerfile]);
    expect(at).toEqual(compose.ours.map((name) => [name, '', DOCKERFILE]));
  });

  it('mounts what there is, and volumes that it declares', () => {
    const sources = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]!));
    const files = sources.filter((source) => source.startsWith('.'));
    expect(files.filter((file) => !existsSync(beside(file)))).toEqual([]);
    expect(new Set(sources.filter((source) => !source.startsWith('.')))).toEqual(new Set(Object.keys(compose.volumes)));
  });

  it('waits for services that it has, and for their health where it can be asked', () => {
    const awaited = services.flatMap(([, { depends_on: on = [] }]) =>
      on instanceof Array
        ? on.map((name) => [name, ''] as const)
        : Object.entries(on).map(([name, { condition }]) => [name, condition] as const),
    );
    expect(awaited.filter(([name]) => !(name in compose.services))).toEqual([]);
    const healthy = awaited.filter(([, condition]) => condition === 'service_healthy');
    expect(healthy.filter(([name]) => !compose.services[name]!.healthcheck)).toEqual([]);
  });

  it('publishes its ports on this machine alone, one for each process', () => {
    const published = services.flatMap(([, { ports = [] }]) => ports);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    const all = services.flatMap(([, service]) => portsOf(service));
    expect(new Set(all).size).toBe(all.length);
    const { api } = compose.services;
    expect(api!.ports!.map((port) => port.split(':').at(-1))).toEqual([exposed]);
    expect(portsOf(api!)).toHaveLength(api!.deploy?.replicas ?? 1);
  });

  it('asks only for what an operator can fill in', () => {
    const asked = [...compose.text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(asked.filter((name) => !Object.hasOwn(example(), name!))).toEqual([]);
  });

  describe.each(ours)('the service %s', (_, service) => {
    it('is configured by variables that the configuration knows and takes', () => {
      const environment = environmentOf(service, given);
      expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
      expect(readConfiguration(environment)).toMatchObject({ metrics: 'open' });
    });

    it('runs a program that the build makes', () => {
      const command = service.command ?? execForm(said(last, 'CMD')[0]);
      expect(command[0]).toBe('node');
      const app = /^dist\/apps\/(\w+)\/src\/main\.js$/.exec(command.at(-1)!)?.[1] ?? '';
      expect(existsSync(join(root, 'apps', app, 'src/main.ts'))).toBe(true);
    });

    it('can write to its data and nowhere else, and gain no rights', () => {
      expect(service).toMatchObject({
        read_only: true,
        tmpfs: ['/tmp'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      const writable = service.volumes!.filter((volume) => !volume.endsWith(':ro'));
      expect(writable.map((volume) => volume.split(':')[1])).toEqual([said(last, 'VOLUME')[0]!.getArgumentsContent()]);
    });
  });
});

describe('the production compose file', () => {
  const { services, text } = composeIn('compose.production.yaml');
  const { eventstore, postgres } = services as Record<'eventstore' | 'postgres', Service>;

  it('runs two of what may be several, apart, on what they share', () => {
    const { api, worker } = services as Record<'api' | 'worker', Service>;
    expect([api, worker].map(({ deploy }) => deploy?.replicas)).toEqual([2, 2]);
    const [one, other] = [api, worker].map((service) => readConfiguration(environmentOf(service, given)));
    expect(one).toEqual(other);
    expect(one).toMatchObject({ isShared: true, worksInside: false });
  });

  it('does not start without passwords, and is not given them otherwise', () => {
    for (const name of Object.keys(given)) {
      const others = { ...given, [name]: '' };
      expect(() => Object.values(services).map((service) => environmentOf(service, others))).toThrow(
        `${name}: is missing`,
      );
    }
    expect(text).not.toMatch(/PASSWORD: [^$]|:[^/$@\s]+@/);
  });

  it('has both servers run as users of their own, and write to volumes of theirs', () => {
    for (const server of [eventstore, postgres]) {
      expect(server.user).toMatch(/^(1000:1000|postgres)$/);
      expect(server).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect(server.ports).toBeUndefined();
    }
    expect(postgres.volumes).toEqual(['views:/var/lib/postgresql']);
  });

  it('is let in by EventStoreDB and PostgreSQL as they are set up', () => {
    const { eventStoreUrl, databaseUrl } = readConfiguration(environmentOf(services.api!, given));
    const [log, views] = [
      new URL(eventStoreUrl.replace('esdb:', 'http:')),
      new URL(databaseUrl.replace('postgres:', 'http:')),
    ];
    const { EVENTSTORE_DEFAULT_ADMIN_PASSWORD: password } = environmentOf(eventstore, given);
    expect([log.username, log.password, log.hostname, log.port]).toEqual(['admin', password, 'eventstore', '2113']);
    expect([views.hostname, views.port]).toEqual(['postgres', '5432']);
    expect(environmentOf(postgres, given)).toEqual({
      POSTGRES_USER: views.username,
      POSTGRES_PASSWORD: views.password,
      POSTGRES_DB: views.pathname.slice(1),
    });
  });

  it('gives each of the certificates to whom it is for, where they look for it', () => {
    const at = (service: Service, path = '') => relative('certificates', mounted(service, path) ?? '') || 'nowhere';
    const api = environmentOf(services.api!, given);
    const authority = new URL(api.EVENT_STORE_URL!.replace('esdb:', 'http:')).searchParams.get('tlsCAFile')!;
    const server = environmentOf(eventstore, given);
    expect(at(services.api!, authority)).toBe('ca/ca.crt');
    expect(at(eventstore, server.EVENTSTORE_TRUSTED_ROOT_CERTIFICATES_PATH)).toBe('ca');
    expect(at(eventstore, server.EVENTSTORE_CERTIFICATE_FILE)).toBe('node/node.crt');
    expect(at(eventstore, server.EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE)).toBe('node/node.key');
    expect(at(eventstore, eventstore.healthcheck!.test[5])).toBe('ca/ca.crt');
    expect(statSync(join(certificates, 'ca.key')).mode & 0o077).toBe(0);
    expect(statSync(join(certificates, 'node/node.key')).mode & 0o077).toBe(0);
  });
});
