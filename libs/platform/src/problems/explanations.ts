import type { Explanation } from './explanation.js';
import { importExplanations } from '../imports/import-explanations.js';
import { readExplanations } from './read-explanations.js';
import { refusals } from './refusals.js';

const edge: Readonly<Record<string, Explanation>> = {
  BodyNotUnderstood: {
    status: 400,
    title: 'The body is not what was expected',
    text: 'A field is missing, unknown or of the wrong shape. `errors` names each by its path, says what was wrong and what is expected; the schemas are in /openapi.json.',
  },
  NotJson: {
    status: 400,
    title: 'The body is not JSON',
    text: 'The body could not be read as JSON, or holds a key that no body may hold (`__proto__`, `constructor`, `prototype`).',
  },
  HeaderNotUnderstood: {
    status: 400,
    title: 'A header is not what was expected',
    text: 'The header named in `header` is malformed; the detail says what it must look like.',
  },
  QueryNotUnderstood: {
    status: 400,
    title: 'A parameter is not what was expected',
    text: 'A parameter in the address is unknown or malformed; the detail says which and what it must look like.',
  },
  BadRequest: {
    status: 400,
    title: 'The request could not be read',
    text: 'The request is malformed; the detail says where.',
  },
  IdempotencyKeyMissing: {
    status: 400,
    title: 'A command needs an Idempotency-Key',
    text: 'Send a key of your own with each command, such as a UUID, and the same key again when you retry: the ledger then does it once and answers every retry with the first receipt.',
  },
  NotSignedIn: {
    status: 401,
    title: 'A valid token is needed',
    text: 'Send `Authorization: Bearer <token>`. In the embedded default, `npm run -s token -- --party DEU --role operator` prints one.',
  },
  RoleMissing: {
    status: 403,
    title: 'None of your roles may do this',
    text: 'Each command lists the roles that may send it; `may` names them.',
  },
  NotAHistorian: {
    status: 403,
    title: 'Only a historian speaks for another party',
    text: 'The header Acting-For is for the role historian, which records past facts on behalf of others; everyone else acts for the party in the token.',
  },
  NotFound: {
    status: 404,
    title: 'There is nothing at this address',
    text: 'The address is none that this ledger knows; /docs and /openapi.json list them all.',
  },
  UnknownCommand: {
    status: 404,
    title: 'There is no such command',
    text: 'The commands are listed at /docs and in /openapi.json; names are case-sensitive.',
  },
  MethodNotAllowed: {
    status: 405,
    title: 'This address takes another method',
    text: 'The header Allow lists the methods that it takes.',
  },
  RequestTimeout: {
    status: 408,
    title: 'The request took too long to arrive',
    text: 'The request did not arrive whole in time; nothing was done. Send it again.',
  },
  RevisionMoved: {
    status: 412,
    title: 'The stream stands at another revision',
    text: 'The header If-Match named a revision at which the stream no longer, or not yet, stands; nothing was done. Read it again and decide anew.',
  },
  BodyTooLarge: {
    status: 413,
    title: 'The body is too large',
    text: 'The body is larger than this address takes; nothing was done. Send it in parts.',
  },
  AddressTooLong: {
    status: 414,
    title: 'The address is too long',
    text: 'A part of the address is longer than any this ledger knows.',
  },
  MediaTypeNotTaken: {
    status: 415,
    title: 'This media type is not taken here',
    text: 'Send the body as JSON, with `Content-Type: application/json`.',
  },
  KeyReused: {
    status: 422,
    title: 'This key was used for another request',
    text: 'The Idempotency-Key belongs to an earlier request with another body; nothing was done. Use a new key for a new request.',
  },
  HeadersTooLarge: {
    status: 431,
    title: 'The headers are too large',
    text: 'The headers of the request are larger than this ledger takes.',
  },
  Unforeseen: {
    status: 500,
    title: 'Something went wrong here',
    text: 'This is a fault of the ledger, not of the request. It was logged under `traceId`. Whether a command took effect is found out by sending it again with the same Idempotency-Key.',
  },
  TooManyWriters: {
    status: 503,
    title: 'Others were faster, again and again',
    text: 'The stream moved on each time before the command could be appended; nothing was done. Send it again with the same Idempotency-Key.',
  },
  NotFreshEnough: {
    status: 503,
    title: 'The read side has not come that far yet',
    text: 'The answer would not contain what Read-After asked for; send the request again after Retry-After seconds.',
  },
  IssuerUnreachable: {
    status: 503,
    title: 'The issuer of tokens cannot be reached',
    text: 'The keys that tokens are verified with could not be fetched from their issuer; send the request again in a moment.',
  },
  LogUnavailable: {
    status: 503,
    title: 'The log does not answer',
    text: 'The event store gave no answer in time, and so it is not known whether a command was carried out. Send the request again after Retry-After seconds, a command under the same Idempotency-Key: it is then done once, and answered with its first receipt. /health/ready says more.',
  },
};

/** Every code that a problem can carry, with what its page says. */
export const explanations: Readonly<Record<string, Explanation>> = {
  ...edge,
  ...readExplanations,
  ...importExplanations,
  ...refusals,
};
