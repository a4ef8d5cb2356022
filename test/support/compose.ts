import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

/** A service of a compose file. */
export interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly command?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: { readonly replicas: number };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

/** A compose file. */
export interface Compose {
  readonly file: string;
  readonly text: string;
  readonly services: Readonly<Record<string, Service>>;
  /** The names of the services that run the image of this repository. */
  readonly ours: readonly string[];
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Reads a compose file of the folder `docker`. */
export function composeIn(file: string): Compose {
  const text = readFileSync(join(root, 'docker', file), 'utf8');
  const { services, volumes } = parse(text, { merge: true }) as Pick<Compose, 'services' | 'volumes'>;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const ours = Object.keys(services).filter((name) => services[name]!.image === `steadfast:${version}`);
  return { file, text, services, ours, volumes };
}

/** A service's environment as an engine would make it where these variables are set: `${NAME:-value}` is the value where it is not. */
export function environmentOf(
  { environment = {} }: Service,
  given: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const filled = (value: string) =>
    value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
      const value = given[name] ?? '';
      if (value === '' && kind === '?') throw new Error(`${name}: ${rest}`);
      return value === '' ? rest : value;
    });
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value)]));
}

/** The settings that a service's command gives a PostgreSQL, such as `shared_buffers=1GB`. */
export function settingsOf({ command = [] }: Service): readonly string[] {
  return command.filter((_, index) => command[index - 1] === '-c');
}

/** Where a path in a service's container is on the machine, as the compose file has it; `undefined` where nothing of the machine is mounted. */
export function mounted({ volumes = [] }: Service, path: string): string | undefined {
  for (const [source = '', target = ''] of volumes.map((volume) => volume.split(':')))
    if (source.startsWith('.') && `${path}/`.startsWith(`${target}/`)) return join(source, path.slice(target.length));
  return undefined;
}

/** Makes the certificates that an operator makes, in this folder. */
export function makeCertificates(folder: string): void {
  const script = [process.execPath, ['scripts/certificates.ts', folder]] as const;
  const { status, stderr } = spawnSync(...script, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the certificates were not made:\n${stderr}`);
}

/** The variables that an operator fills in. */
export function example(): Readonly<Record<string, string>> {
  return parseEnv(readFileSync(join(root, 'docker/production.env.example'), 'utf8')) as Record<string, string>;
}

/** The variables without which nothing starts, each filled in. */
export function passwords(): Readonly<Record<string, string>> {
  const names = Object.keys(example()).filter((name) => name.endsWith('_PASSWORD'));
  return Object.fromEntries(names.map((name) => [name, `of${name}`]));
}
