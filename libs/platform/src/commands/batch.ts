import type { Actor } from '#eventsourcing';
import type { AnswerHeaders } from '../problems/problem.js';
import { Problem, type ProblemBody } from '../problems/problem.js';
import { problemOf } from '../problems/problem-of.js';
import type { CommandDesk, CommandRequest } from './command-desk.js';
import { actingFor, idempotencyKey, ifMatch, occurredAt, type CommandHeaders } from './command-headers.js';
import { receiptAnswer, type ReceiptBody } from './receipts.js';

/** What became of one command of a batch: a receipt or a problem, with the status and headers it would have had alone. */
export type BatchAnswer = {
  readonly status: number;
  readonly replayed?: true;
} & ({ readonly receipt: ReceiptBody } | { readonly problem: ProblemBody });

/** The most commands that one batch takes. */
export const MOST_COMMANDS = 1_000;

const FIELDS = new Set(['type', 'data', 'idempotencyKey', 'occurredAt', 'actingFor', 'ifMatch']);

/**
 * Takes each command of a batch: those of one stream in the order given, streams beside each other; one that is refused stops no other.
 * `fault` is told what is no fault of the client's and gives the problem to answer.
 */
export async function takeBatch(
  desk: CommandDesk,
  actor: Actor,
  items: unknown,
  headers: CommandHeaders,
  options: { readonly dryRun: boolean; readonly fault: (error: unknown) => Problem },
): Promise<readonly BatchAnswer[]> {
  const { dryRun, fault } = options;
  if (!Array.isArray(items)) throw notABatch('the body must be a JSON array of commands');
  if (items.length > MOST_COMMANDS)
    throw notABatch(`a batch takes at most ${MOST_COMMANDS} commands, not ${items.length}`);
  const answers = new Array<BatchAnswer>(items.length);
  const take = async (index: number) => {
    try {
      const request = requestOf(items[index], index, headers, dryRun);
      const {
        status,
        body,
        headers: answered,
      } = receiptAnswer(await desk.take(actor, request), { minimal: headers.minimal, dryRun });
      answers[index] = { status, ...replayedOf(answered), receipt: body };
    } catch (error) {
      const { status, body } = problemOf(error) ?? fault(error);
      answers[index] = { status, problem: body };
    }
  };
  const lanes = Map.groupBy(items.keys(), (index) => laneOf(desk, items[index], index));
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const index of lane) await take(index);
    }),
  );
  return answers;
}

function replayedOf(headers: AnswerHeaders): { replayed?: true } {
  return headers['idempotency-replayed'] === undefined ? {} : { replayed: true };
}

/** Commands with one lane are taken one after the other; what cannot be read is in a lane of its own. */
function laneOf(desk: CommandDesk, item: unknown, index: number): string {
  const { type, data } = (item ?? {}) as { type?: unknown; data?: unknown };
  return desk.streamOf(type, data) ?? `#${index}`;
}

function requestOf(item: unknown, index: number, headers: CommandHeaders, dryRun: boolean): CommandRequest {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw notABatch(`[${index}] must be a JSON object`);
  const unknown = Object.keys(item).find((name) => !FIELDS.has(name));
  if (unknown !== undefined)
    throw notABatch(`[${index}] has the unknown field ${unknown}; it takes ${[...FIELDS].join(', ')}`);
  const given = item as Readonly<Record<string, unknown>>;
  if (typeof given.type !== 'string') throw notABatch(`[${index}].type must be the name of a command`);
  return {
    type: given.type,
    body: given.data,
    key:
      given.idempotencyKey === undefined
        ? idempotencyKey(`${headers.key}/${index}`)
        : idempotencyKey(text(given, 'idempotencyKey', index)),
    occurredAt: occurredAt(text(given, 'occurredAt', index)) ?? headers.occurredAt,
    actingFor: actingFor(text(given, 'actingFor', index)) ?? headers.actingFor,
    ifMatch: typeof given.ifMatch === 'number' ? ifMatch(`"${given.ifMatch}"`) : ifMatch(text(given, 'ifMatch', index)),
    traceparent: headers.traceparent,
    dryRun,
  };
}

function text(given: Readonly<Record<string, unknown>>, name: string, index: number): string | undefined {
  const value = given[name];
  if (value === undefined || typeof value === 'string') return value;
  throw notABatch(`[${index}].${name} must be a string`);
}

function notABatch(message: string): Problem {
  return new Problem('BodyNotUnderstood', `${message}.`, { errors: [{ field: '', message }] });
}
