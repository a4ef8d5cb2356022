import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { Configuration, readConfiguration, variablesOf } from '#platform';
import { DOCKERFILE, execForm, said, stagesOf } from './support/image.js';
import { scratch } from './support/launch.js';

const root = join(import.meta.dirname, '..');
const FILE = 'docker/compose.yaml';

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly command?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const compose = parse(readFileSync(join(root, FILE), 'utf8')) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
/** The services that run the image of this repository. */
const ours = services.filter(([, { image }]) => image === `steadfast:${version}`);
const last = stagesOf().at(-1)!;
const exposed = said(last, 'EXPOSE')[0]!.getArgumentsContent()!;

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

/** An environment as an engine would make it where nothing else is set: `${NAME:-value}` is the value. */
function environmentOf({ environment = {} }: Service): Readonly<Record<string, string>> {
  const filled = (value: string) => value.replaceAll(/\$\{\w+:[-?]([^}]*)\}/g, '$1');
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value)]));
}

describe('the compose file', () => {
  it('has nothing that the schema or the linter objects to', () => {
    expect(objections(join(root, FILE))).toEqual([]);
  });

  it('would not pass with a key that the specification does not know', () => {
    const file = join(scratch(), 'compose.yaml');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'name: x\nservices:\n  api:\n    image: x:1.0.0\n    portz: []\n');
    const [first] = objections(file);
    rmSync(dirname(file), { recursive: true });
    expect(first).toMatch(/invalid-schema.*\/services\/api/);
  });

  it('names the version of every image that is not its own', () => {
    const foreign = services.filter(([name]) => !ours.some(([own]) => own === name));
    expect(foreign.filter(([, { image }]) => !/:v?\d+(\.\d+)*[\w.-]*$/.test(image))).toEqual([]);
  });

  it('builds from the Dockerfile, in the context that it is written for', () => {
    const builds = services.flatMap(([, { build }]) => (build ? [build] : []));
    const at = builds.map(({ context, dockerfile }) => ({
      context: relative(root, join(root, 'docker', context)),
      dockerfile,
    }));
    expect(at).toEqual([{ context: '', dockerfile: DOCKERFILE }]);
  });

  it('mounts what there is, and volumes that it declares', () => {
    const sources = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]!));
    const files = sources.filter((source) => source.startsWith('.'));
    expect(files.filter((file) => !existsSync(join(root, 'docker', file)))).toEqual([]);
    expect(new Set(sources.filter((source) => !source.startsWith('.')))).toEqual(new Set(Object.keys(compose.volumes)));
  });

  it('waits for services that it has', () => {
    const awaited = services.flatMap(([, { depends_on: on = [] }]) => (on instanceof Array ? on : Object.keys(on)));
    expect(awaited.filter((name) => !(name in compose.services))).toEqual([]);
  });

  it('publishes its ports on this machine alone', () => {
    const published = services.flatMap(([, { ports = [] }]) => ports);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    const [, api] = ours.find(([name]) => name === 'api')!;
    expect(api.ports!.map((port) => port.split(':').at(-1))).toEqual([exposed]);
  });
});

describe.each(ours)('the service %s', (_, service) => {
  it('is configured by variables that the configuration knows and takes', () => {
    const known = variablesOf(Configuration).map(({ name }) => name);
    const environment = environmentOf(service);
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    expect(readConfiguration(environment)).toMatchObject({ metrics: 'open' });
  });

  it('runs a program that the build makes', () => {
    const command = service.command ?? execForm(said(last, 'CMD')[0]);
    expect(command[0]).toBe('node');
    const app = /^dist\/apps\/(\w+)\/src\/main\.js$/.exec(command.at(-1)!)?.[1] ?? '';
    expect(existsSync(join(root, 'apps', app, 'src/main.ts'))).toBe(true);
  });
});
