import { CHOSEN_BY } from '../iati/iati.controller.js';
import { ORGANISATION_TYPES } from '../iati/publisher.js';
import type { OpenApiPart } from './part.js';
import { inQuery, readOperation, shared } from './read-operation.js';
import type { Json } from './schemas.js';

const tag = 'iati';
const text = { type: 'string' } as const;
const chosenBy = {
  donor: inQuery('donor', 'Pledges of these parties.', text, 'DEU'),
  kind: inQuery('kind', 'Pledges of these kinds of aid.', text, 'military'),
} as const satisfies Record<(typeof CHOSEN_BY)[number], Json>;

/** The public part of the ledger in the form of the International Aid Transparency Initiative. */
export function iatiPart(): OpenApiPart {
  return {
    tags: [{ name: tag, description: 'What can be published of the ledger as IATI 2.03.' }],
    paths: { '/iati/activities': { get: activities() } },
    components: {},
  };
}

function activities(): Json {
  return readOperation({
    tag,
    operationId: 'iatiActivities',
    summary: 'Pledges as activities of IATI 2.03',
    description:
      'An activity for each pledge, with transactions of the types 12 (pledged), 2 (committed, a movement each) and 3 (delivered); where a pledge draws on ' +
      'another, 13 and 11 instead, so that nothing counts twice. What is left out stands in descriptions of type 4. A whole file, streamed; the same times give the same bytes.',
    parameters: [
      {
        ...inQuery('reporter', 'The IATI identifier of the organisation that publishes.', text, 'XM-DAC-41114'),
        required: true,
      },
      { ...inQuery('reporterName', 'What that organisation is called.', text, 'The coalition'), required: true },
      inQuery('reporterType', "Its type by IATI's code list.", { ...text, enum: ORGANISATION_TYPES, default: '40' }),
      inQuery('recipient', 'The country that the coalition gives aid to.', { ...text, default: 'UKR' }, 'UKR'),
      ...CHOSEN_BY.map((name) => chosenBy[name]),
      inQuery(
        'release',
        'Pledges of these releases, `none` for those that no source brought; has to be given where there are two releases of one source.',
        text,
        'none',
      ),
      ...shared('AsOf', 'KnownAt', 'ReadAfter', 'PreferWait'),
    ],
    answer: 'A document of IATI 2.03.',
    content: { 'application/xml': { schema: { type: 'string' } } },
    problems: [404],
  });
}
