/**
 * Reads a Kubernetes manifest as JSON from stdin, and writes what Kubernetes' own schema objects to in it, a line each. The models are ES
 * modules that Jest cannot load, so this is a program of its own.
 */
import { text } from 'node:stream/consumers';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

type Model = new (manifest: object) => object;

/** All places in a value, such as `/spec/ports/0/name`. */
function placesIn(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [`${at}/${name}`, ...placesIn(each, `${at}/${name}`)]);
}

/** A value that notes which of its places anyone looks at. */
function watched(value: unknown, seen: Set<string>, at = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, name) => {
      const each: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return each;
      seen.add(`${at}/${name}`);
      return watched(each, seen, `${at}/${name}`);
    },
  });
}

/** The schema lets what it does not know pass without a look, and that is how it is found out. */
async function objectionsTo(manifest: Manifest): Promise<readonly string[]> {
  const models = (await import(`kubernetes-models/${manifest.apiVersion}`)) as Record<string, Model>;
  const model = models[manifest.kind];
  if (!model) return [`${manifest.apiVersion} has no ${manifest.kind}`];
  const seen = new Set<string>();
  try {
    (model.prototype as { validate(): void }).validate.call(watched(new model(manifest), seen));
  } catch (error) {
    return [String(error)];
  }
  return placesIn(manifest)
    .filter((place) => !seen.has(place))
    .map((place) => `${place} is unknown to Kubernetes`);
}

const manifest = JSON.parse(await text(process.stdin)) as Manifest;
for (const line of await objectionsTo(manifest)) process.stdout.write(`${line}\n`);
