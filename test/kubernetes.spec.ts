import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Configuration, variablesOf } from '#platform';
import { said, stagesOf } from './support/image.js';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docker/kubernetes');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: unknown;
}

interface Container {
  readonly image: string;
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

interface Workload {
  readonly selector: { readonly matchLabels: object };
  readonly template: {
    readonly metadata: { readonly labels: object };
    readonly spec: { readonly securityContext: object; readonly containers: readonly Container[] };
  };
}

const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
const kustomization = read('kustomization.yaml') as {
  apiVersion: string;
  kind: string;
  resources: readonly string[];
  images: readonly { name: string; newTag: string }[];
};
const manifests = kustomization.resources.map((file) => [file, read(file) as Manifest] as const);
const workload = manifests.find(([, { kind }]) => kind === 'StatefulSet')![1].spec as Workload;
const [container] = workload.template.spec.containers as [Container];
const last = stagesOf().at(-1)!;
const saidOnce = (keyword: string) => said(last, keyword)[0]?.getArgumentsContent() ?? '';

/** What Kubernetes' schema objects to in a manifest. */
function objections(manifest: Manifest): readonly string[] {
  const program = join(import.meta.dirname, 'support/kubernetes-objections.ts');
  const input = JSON.stringify(manifest);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('the Kustomize base', () => {
  it('holds the files that it names, and names all that it holds', () => {
    const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml');
    expect(kustomization).toMatchObject({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' });
    expect([...kustomization.resources].toSorted()).toEqual(files.toSorted());
  });

  it('runs the image of this version', () => {
    expect(kustomization.images).toEqual([{ name: container.image, newTag: version }]);
  });

  it.each(manifests)('has in %s what the schema of Kubernetes knows and allows', (_, manifest) => {
    expect(objections(manifest)).toEqual([]);
  });

  it('would not pass with a word that Kubernetes does not know, or with a wrong value', () => {
    const port = (fields: object): Manifest => ({ apiVersion: 'v1', kind: 'Service', spec: { ports: [fields] } });
    expect(objections(port({ port: 80, targetPrt: 1 }))).toEqual(['/spec/ports/0/targetPrt is unknown to Kubernetes']);
    expect(objections(port({ port: 'eighty' }))).toEqual([
      expect.stringContaining('data/spec/ports/0/port must be integer'),
    ]);
  });

  it('holds no secret, only names', () => {
    expect(manifests.filter(([, { kind }]) => kind === 'Secret')).toEqual([]);
    const secret = container.env.filter(({ name }) => name.startsWith('OIDC_'));
    expect(secret.map(({ name, valueFrom }) => ({ name, ...valueFrom?.secretKeyRef }))).toEqual(
      secret.map(({ name }) => ({ name: 'steadfast', key: name })),
    );
  });
});

describe('its pod', () => {
  it('is chosen by the labels that it has, by the service and the budget too', () => {
    const { selector, template } = workload;
    expect(template.metadata.labels).toEqual(selector.matchLabels);
    const others = manifests.flatMap(([, { kind, spec }]) =>
      kind === 'StatefulSet' ? [] : [spec as { selector: object }],
    );
    const chosen = others.map(({ selector: each }) => ('matchLabels' in each ? each.matchLabels : each));
    expect(chosen).toEqual(others.map(() => selector.matchLabels));
  });

  it('runs as the user of the image, on a root file system that is read-only', () => {
    const [user, group] = saidOnce('USER').split(':').map(Number);
    expect(workload.template.spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: group,
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toContain(saidOnce('VOLUME'));
  });

  it('is asked how it is at the port that it listens on, where health is told', () => {
    expect(container.ports).toEqual([{ name: 'http', containerPort: Number(saidOnce('EXPOSE')) }]);
    const asked = (['startup', 'readiness', 'liveness'] as const).map((probe) => container[`${probe}Probe`]!.httpGet);
    expect(asked).toEqual(['startup', 'ready', 'live'].map((path) => ({ path: `/health/${path}`, port: 'http' })));
  });

  it('is configured by variables that the configuration knows', () => {
    const known = variablesOf(Configuration).map(({ name }) => name);
    expect(container.env.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});
