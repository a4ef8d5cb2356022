import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';

/** An element: what it is called, its attributes, its text, and the elements within it in their order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly within: readonly Element[];
}

/** What the schema of IATI 2.03 says of an element: its attributes, and what is within it, in order. */
interface Rule {
  readonly required?: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  /** The elements within it in the order of the schema, each with how many there are at least and at most. */
  readonly within?: readonly (readonly [name: string, least: number, most: number])[];
  readonly text?: RegExp;
}

const ANY = /^[^\s].*$/s;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const CURRENCY = /^[A-Z]{3}$/;
const ORGANISATION_TYPE = /^(1[015]|2[1-4]|[346]0|7[0-3]|[89]0)$/;
const ORGANISATION = /^[A-Z]{2}-[A-Z0-9]+-[^\s/&|?]+$/;
const IDENTIFIER = /^[A-Z]{2}-[A-Z0-9]+-[^\s/&|?]+$/;
const narratives = [['narrative', 1, Infinity]] as const;

const RULES: Readonly<Record<string, Rule>> = {
  'iati-activities': {
    required: { version: /^2\.03$/ },
    optional: { 'generated-datetime': TIME },
    within: [['iati-activity', 1, Infinity]],
  },
  'iati-activity': {
    optional: { 'xml:lang': /^[a-z]{2}$/, 'default-currency': CURRENCY, humanitarian: /^(0|1|true|false)$/ },
    within: [
      ...([
        ['iati-identifier', 1, 1],
        ['reporting-org', 1, 1],
        ['title', 1, 1],
      ] as const),
      ...([
        ['description', 1, Infinity],
        ['participating-org', 1, Infinity],
      ] as const),
      ...([
        ['other-identifier', 0, Infinity],
        ['activity-status', 1, 1],
        ['activity-date', 1, Infinity],
      ] as const),
      ...([
        ['recipient-country', 0, Infinity],
        ['sector', 0, Infinity],
        ['transaction', 0, Infinity],
      ] as const),
      ...([
        ['related-activity', 0, Infinity],
        ['conditions', 0, 1],
      ] as const),
    ],
  },
  'iati-identifier': { text: IDENTIFIER },
  'reporting-org': {
    required: { ref: ORGANISATION, type: ORGANISATION_TYPE },
    optional: { 'secondary-reporter': /^(0|1|true|false)$/ },
    within: narratives,
  },
  title: { within: narratives },
  description: { optional: { type: /^[1-4]$/ }, within: narratives },
  'participating-org': {
    required: { role: /^[1-4]$/ },
    optional: { ref: ORGANISATION, type: ORGANISATION_TYPE },
    within: [['narrative', 0, Infinity]],
  },
  'other-identifier': { required: { ref: ANY, type: /^(A[1239]|B[19])$/ }, within: [['owner-org', 0, 1]] },
  'owner-org': { optional: { ref: ORGANISATION }, within: [['narrative', 0, Infinity]] },
  'activity-status': { required: { code: /^[1-6]$/ } },
  'activity-date': { required: { 'iso-date': DAY, type: /^[1-4]$/ } },
  'recipient-country': { required: { code: /^[A-Z]{2}$/ }, optional: { percentage: /^\d+(\.\d+)?$/ } },
  sector: { required: { code: ANY }, optional: { vocabulary: /^([1-9]|1[0-2]|98|99)$/ }, within: narratives },
  transaction: {
    optional: { ref: ANY, humanitarian: /^(0|1|true|false)$/ },
    within: [
      ...([
        ['transaction-type', 1, 1],
        ['transaction-date', 1, 1],
        ['value', 1, 1],
      ] as const),
      ...([
        ['description', 0, 1],
        ['provider-org', 0, 1],
        ['receiver-org', 0, 1],
      ] as const),
    ],
  },
  'transaction-type': { required: { code: /^([1-9]|1[0-3])$/ } },
  'transaction-date': { required: { 'iso-date': DAY } },
  value: { required: { 'value-date': DAY }, optional: { currency: CURRENCY }, text: /^-?\d+(\.\d+)?$/ },
  'provider-org': {
    optional: { ref: ORGANISATION, 'provider-activity-id': IDENTIFIER, type: ORGANISATION_TYPE },
    within: [['narrative', 0, Infinity]],
  },
  'related-activity': { required: { ref: IDENTIFIER, type: /^[1-5]$/ } },
  conditions: { required: { attached: /^(0|1|true|false)$/ } },
  narrative: { text: ANY },
};

/** What a document says against the schema of IATI 2.03, its code lists and its rules, as far as no network is needed. */
export function objectionsTo(xml: string): readonly string[] {
  const fault = faultIn(xml);
  if (fault !== undefined) return [`it is not well-formed XML: ${fault}`];
  const root = rootOf(xml);
  const activities = root.within.filter(({ name }) => name === 'iati-activity');
  return [
    ...(root.name === 'iati-activities' ? [] : [`the root is ${root.name}`]),
    ...objections(root, root.name),
    ...repeated(activities.map((activity) => textOf(activity, 'iati-identifier'))),
    ...activities.flatMap(beyondTheSchema),
  ];
}

function faultIn(xml: string): string | undefined {
  try {
    const found: unknown = new SyntaxValidator().validate(xml);
    return found === true ? undefined : JSON.stringify(found);
  } catch (error) {
    return String(error);
  }
}

/** What the schema does not say, but the standard: identifiers begin with who reports, days exist, a value has a currency. */
function beyondTheSchema(activity: Element): readonly string[] {
  const identifier = textOf(activity, 'iati-identifier');
  const { ref = '' } = activity.within.find(({ name }) => name === 'reporting-org')?.attributes ?? {};
  const dates = allIn(activity).flatMap(({ attributes }) => [attributes['iso-date'], attributes['value-date']]);
  const starts = activity.within.filter(
    ({ name, attributes: { type } }) => name === 'activity-date' && /[12]/.test(type ?? ''),
  );
  const own = activity.attributes['default-currency'];
  const bare = allIn(activity).filter(
    ({ name, attributes }) => name === 'value' && (attributes.currency ?? own) === undefined,
  );
  const sectors = activity.within.filter(({ name }) => name === 'sector');
  const countries = activity.within.filter(({ name }) => name === 'recipient-country');
  const nameless = allIn(activity).filter(
    ({ name, attributes, within }) => name.endsWith('-org') && attributes.ref === undefined && within.length === 0,
  );
  return [
    ...(identifier.startsWith(`${ref}-`) ? [] : [`${identifier} does not begin with ${ref}-`]),
    ...dates.filter((day) => day !== undefined && !isDay(day)).map((day) => `${identifier}: ${String(day)} is no day`),
    ...(starts.length > 0 ? [] : [`${identifier} has no start`]),
    ...bare.map(() => `${identifier} has a value without a currency`),
    ...(sectors.length === 1 && countries.length === 1 ? [] : [`${identifier} has no one sector or country`]),
    ...nameless.map(({ name }) => `${identifier} has a ${name} of no name`),
  ];
}

function isDay(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

function objections({ name, attributes, text, within }: Element, path: string): readonly string[] {
  const rule = RULES[name];
  if (!rule) return [`${path} is not known`];
  const allowed = { ...rule.required, ...rule.optional };
  const order = (rule.within ?? []).map(([each]) => each);
  const places = within.map((one) => order.indexOf(one.name));
  const counted = (rule.within ?? []).map(([each, least, most]) => {
    const count = within.filter((one) => one.name === each).length;
    return count >= least && count <= most ? undefined : `${path} has ${String(count)} of ${each}`;
  });
  return [
    ...Object.keys(rule.required ?? {})
      .filter((one) => attributes[one] === undefined)
      .map((one) => `${path} lacks @${one}`),
    ...Object.entries(attributes)
      .filter(([one, value]) => !allowed[one]?.test(value))
      .map(([one, value]) => `${path}@${one} is ${value}`),
    ...places.flatMap((place, index) => (place < 0 ? [`${path} has no place for ${within[index]?.name ?? ''}`] : [])),
    ...places.flatMap((place, index) =>
      index > 0 && place < (places[index - 1] ?? 0) ? [`${path} has ${within[index]?.name ?? ''} too late`] : [],
    ),
    ...counted.filter((one) => one !== undefined),
    ...((rule.text ? rule.text.test(text) : text.trim() === '') ? [] : [`${path} says ${JSON.stringify(text)}`]),
    ...within.flatMap((one) => objections(one, `${path}/${one.name}`)),
  ];
}

/** Every element within an element, at any depth. */
export function allIn(element: Element): readonly Element[] {
  return element.within.flatMap((one) => [one, ...allIn(one)]);
}

function textOf(element: Element, name: string): string {
  return element.within.find((one) => one.name === name)?.text ?? '';
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) < index).map((value) => `${value} is there twice`);
}

type Ordered = Readonly<Record<string, unknown>>;

/** The root of a document. */
export function rootOf(xml: string): Element {
  const parser = new XMLParser({
    ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', ignoreDeclaration: true },
    ...{ trimValues: false, parseTagValue: false, parseAttributeValue: false },
  });
  const elements = (parser.parse(xml) as readonly Ordered[]).filter((one) => !('#text' in one)).map(elementOf);
  const [root] = elements;
  if (!root || elements.length > 1) throw new Error(`a document has one root, not ${String(elements.length)}`);
  return root;
}

function elementOf(ordered: Ordered): Element {
  const name = Object.keys(ordered).find((key) => key !== ':@') ?? '';
  const parts = ordered[name] as readonly Ordered[];
  return {
    name,
    attributes: (ordered[':@'] ?? {}) as Element['attributes'],
    text: parts.map((part) => ('#text' in part ? String(part['#text']) : '')).join(''),
    within: parts.filter((part) => !('#text' in part)).map(elementOf),
  };
}
