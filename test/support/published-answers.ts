import { Ajv2020 } from 'ajv/dist/2020.js';
import { isPart, type AnyQuestion, type Fields } from '#eventsourcing';

type Values = Readonly<Record<string, unknown>>;

/** What a server publishes of its answers in its OpenAPI document, to hold what it answers against. */
export class PublishedAnswers {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  /** The fields that were in some answer, as `fieldNames` names them. */
  readonly seen = new Set<string>();

  constructor(document: object) {
    this.#ajv.addSchema(document, 'openapi');
  }

  static async of(url: string): Promise<PublishedAnswers> {
    return new PublishedAnswers((await (await fetch(`${url}/openapi.json`)).json()) as object);
  }

  /** What an answer has that its schema has not, or the other way round. */
  objectionsTo({ name, fields }: AnyQuestion, answer: Values): readonly string[] {
    const validate = this.#ajv.getSchema(`openapi#/components/schemas/Answer.${name}`);
    if (!validate) throw new Error(`there is no schema of the answer of ${name}`);
    this.#look(name, fields, answer);
    if (validate(answer)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  #look(of: string, fields: Fields, values: Values): void {
    for (const [name, field] of Object.entries(fields)) {
      if (!Object.hasOwn(values, name)) continue;
      this.seen.add(`${of}.${name}`);
      if (!isPart(field) || values[name] === null) continue;
      for (const part of [values[name]].flat() as Values[]) this.#look(`${of}.${name}`, field.fields, part);
    }
  }
}

/** The names of all fields of an answer, what is within a part after its name and a dot. */
export function fieldNames(within: string, fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    `${within}.${name}`,
    ...(isPart(field) ? fieldNames(`${within}.${name}`, field.fields) : []),
  ]);
}
