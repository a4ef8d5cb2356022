import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Configuration, readConfiguration, variablesOf } from '#platform';
import { execForm, said, stagesOf } from './support/image.js';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const last = stagesOf().at(-1)!;
const saidOnce = (keyword: string) => said(last, keyword)[0]?.getArgumentsContent() ?? '';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: unknown;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly env: readonly {
    name: string;
    value?: string;
    valueFrom?: { secretKeyRef: { name: string; key: string } };
  }[];
  readonly ports: readonly { name: string; containerPort: number }[];
  readonly securityContext: object;
  readonly volumeMounts: readonly { name: string; mountPath: string }[];
  readonly [probe: `${string}Probe`]: { httpGet: { path: string; port: string } };
}

interface Selector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

interface Workload {
  readonly replicas: number;
  readonly selector: Selector;
  readonly template: {
    readonly metadata: { readonly labels: object };
    readonly spec: {
      readonly securityContext: object;
      readonly containers: readonly [Container];
      readonly volumes: readonly { name: string }[];
      readonly topologySpreadConstraints?: readonly { labelSelector: Selector }[];
    };
  };
  readonly volumeClaimTemplates?: readonly { metadata: { name: string } }[];
}

/** A folder that Kustomize builds. */
function kustomized(folder: string) {
  const at = join(root, 'docker/kubernetes', folder);
  const read = (file: string): unknown => parse(readFileSync(join(at, file), 'utf8'));
  const kustomization = read('kustomization.yaml') as {
    apiVersion: string;
    kind: string;
    resources: readonly string[];
    images: readonly { name: string; newTag: string }[];
  };
  const manifests = kustomization.resources.map((file) => [file, read(file) as Manifest] as const);
  const specs = <T>(...kinds: readonly string[]) =>
    manifests.filter(([, { kind }]) => kinds.includes(kind)).map(([, { spec }]) => spec as T);
  const workloads = specs<Workload>('StatefulSet', 'Deployment');
  const budgets = specs<{ selector: Selector }>('PodDisruptionBudget').map(({ selector }) => selector.matchLabels);
  const services = specs<{ selector: Selector['matchLabels'] }>('Service').map(({ selector }) => selector);
  const files = readdirSync(at).filter((file) => file !== 'kustomization.yaml');
  return { folder, files, kustomization, manifests, workloads, budgets, services };
}

/** What Kubernetes' schema objects to in a manifest. */
function objections(manifest: Manifest): readonly string[] {
  const program = join(import.meta.dirname, 'support/kubernetes-objections.ts');
  const input = JSON.stringify(manifest);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

/** What a container runs. */
const programOf = ({ command }: Container) => (command ?? execForm(said(last, 'CMD')[0])).at(-1)!;

it('a manifest would not pass with a word that Kubernetes does not know, or with a wrong value', () => {
  const port = (fields: object): Manifest => ({ apiVersion: 'v1', kind: 'Service', spec: { ports: [fields] } });
  expect(objections(port({ port: 80, targetPrt: 1 }))).toEqual(['/spec/ports/0/targetPrt is unknown to Kubernetes']);
  expect(objections(port({ port: 'eighty' }))).toEqual([
    expect.stringContaining('data/spec/ports/0/port must be integer'),
  ]);
});

describe.each(['embedded', 'production'].map(kustomized))('the Kustomize base $folder', (base) => {
  const { files, kustomization, manifests, workloads, budgets, services } = base;
  const pods = workloads.map((workload) => [workload.template.spec.containers[0].name, workload] as const);

  it('holds the files that it names, and names all that it holds', () => {
    expect(kustomization).toMatchObject({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' });
    expect([...kustomization.resources].toSorted()).toEqual(files.toSorted());
  });

  it('runs the image of this version', () => {
    const images = new Set(pods.map(([, { template }]) => template.spec.containers[0].image));
    expect(kustomization.images).toEqual([...images].map((name) => ({ name, newTag: version })));
  });

  it.each(manifests)('has in %s what the schema of Kubernetes knows and allows', (_, manifest) => {
    expect(objections(manifest)).toEqual([]);
  });

  it('holds no secret, only names', () => {
    expect(manifests.filter(([, { kind }]) => kind === 'Secret')).toEqual([]);
  });

  it('has a budget for each of its pods, and a service for the api', () => {
    const chosen = pods.map(([, { selector }]) => selector.matchLabels);
    expect(budgets).toEqual(chosen);
    expect(services).toEqual(pods.filter(([name]) => name === 'api').map(([, { selector }]) => selector.matchLabels));
  });

  describe.each(pods)('the pod %s', (name, { selector, template, volumeClaimTemplates = [] }) => {
    const {
      securityContext,
      containers: [container],
      volumes,
      topologySpreadConstraints: spread = [],
    } = template.spec;

    it('is chosen by the labels that it has', () => {
      expect(template.metadata.labels).toEqual(selector.matchLabels);
      expect(spread.map(({ labelSelector }) => labelSelector)).toEqual(spread.map(() => selector));
    });

    it('runs a program that the build makes', () => {
      expect(programOf(container)).toBe(`dist/apps/${name}/src/main.js`);
      expect(existsSync(join(root, 'apps', name, 'src/main.ts'))).toBe(true);
    });

    it('runs as the user of the image, on a root file system that is read-only', () => {
      const [user, group] = saidOnce('USER').split(':').map(Number);
      expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: user, runAsGroup: group });
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      const mounts = container.volumeMounts;
      expect(mounts.map(({ mountPath }) => mountPath)).toEqual(expect.arrayContaining([saidOnce('VOLUME'), '/tmp']));
      const there = [...volumes, ...volumeClaimTemplates.map(({ metadata }) => metadata)];
      expect(mounts.map((mount) => mount.name).toSorted()).toEqual(there.map((volume) => volume.name).toSorted());
    });

    it('is asked how it is at the port that it listens on, where health is told', () => {
      expect(container.ports).toEqual([{ name: 'http', containerPort: Number(saidOnce('EXPOSE')) }]);
      const asked = (['startup', 'readiness', 'liveness'] as const).map((probe) => container[`${probe}Probe`]!.httpGet);
      expect(asked).toEqual(['startup', 'ready', 'live'].map((path) => ({ path: `/health/${path}`, port: 'http' })));
    });

    it('is configured by variables that the configuration knows, secrets by their names', () => {
      const known = variablesOf(Configuration).map((variable) => variable.name);
      expect(container.env.map((variable) => variable.name).filter((each) => !known.includes(each))).toEqual([]);
      const secrets = container.env.filter((variable) => /^OIDC_|_URL$/.test(variable.name));
      expect(secrets.map(({ valueFrom }) => valueFrom?.secretKeyRef)).toEqual(
        secrets.map((variable) => ({ name: 'steadfast', key: variable.name })),
      );
    });
  });
});

describe('the Kustomize base production', () => {
  const [api, worker] = kustomized('production').workloads as [Workload, Workload];

  it('has api and worker share all but what they run, and what it takes', () => {
    const shared = ({ template: { spec } }: Workload) => {
      const own = { name: '', command: [], lifecycle: {}, resources: {} };
      return { ...spec, containers: [{ ...spec.containers[0], ...own }], topologySpreadConstraints: [] };
    };
    expect(shared(worker)).toEqual(shared(api));
    expect([api.replicas, worker.replicas]).toEqual([2, 2]);
  });

  it('has them work apart, on what a secret names', () => {
    const given: Readonly<Record<string, string>> = {
      EVENT_STORE_URL: 'esdb://ledger:word@log.example.org:2113?tlsCAFile=/certificates/ca.crt',
      DATABASE_URL: 'postgres://ledger:word@views.example.org/steadfast',
      OIDC_ISSUER: 'https://login.example.org',
      OIDC_AUDIENCE: 'steadfast',
      OIDC_JWKS_URL: 'https://login.example.org/keys',
    };
    const [container] = api.template.spec.containers;
    const environment = container.env.map(({ name, value }) => [name, value ?? given[name]]);
    expect(readConfiguration(Object.fromEntries(environment) as Record<string, string>)).toMatchObject({
      isShared: true,
      worksInside: false,
      metrics: 'open',
    });
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toContain('/certificates');
  });
});
