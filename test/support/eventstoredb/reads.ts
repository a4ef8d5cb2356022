import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { deleted, eventAnswer, invalidPosition } from './answers.js';
import { matcherOf, type Matches } from './filters.js';
import type { LogRecord, TransactionLog } from './log.js';
import { identifierOf, streamOf, streams } from './stubs.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

const CHECKPOINT_EVERY = 32;

/** Sends what a read asks for, holding back where the client does; a subscription goes on until the call ends. */
export async function answerRead(log: TransactionLog, call: Call, patience: () => Promise<void>): Promise<void> {
  const options = call.request.getOptions()!;
  const ended = new AbortController();
  for (const event of ['close', 'cancelled', 'error'])
    call.once(event, () => {
      ended.abort();
    });
  const send = async (answer: ReadResp) => {
    if (call.destroyed || ended.signal.aborted) throw new CallEnded();
    if (!call.write(answer)) await once(call, 'drain', { signal: ended.signal });
  };
  await patience();
  if (options.hasSubscription()) return subscribe(log, call, send, ended.signal, patience);
  const records = options.hasAll() ? ofAll(log, options) : ofStream(log, options);
  if (records instanceof Error) {
    call.emit('error', records);
    return;
  }
  if (records === 'none') await send(noSuchStream(streamOf(options.getStream()?.getStreamIdentifier())));
  else for (const record of records) await send(eventAnswer(record));
  call.end();
}

/** The client went away in the middle of an answer. */
export class CallEnded extends Error {}

async function subscribe(
  log: TransactionLog,
  call: Call,
  send: (answer: ReadResp) => Promise<void>,
  signal: AbortSignal,
  patience: () => Promise<void>,
): Promise<void> {
  const options = call.request.getOptions()!;
  const matches = matcherOf(options.getFilter());
  let next = startOf(log, options.getAll()!);
  if (next === undefined) {
    call.emit('error', invalidPosition());
    return;
  }
  await send(confirmation());
  const interval = CHECKPOINT_EVERY * Math.max(1, options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  for (let seen = 0, live = false; !signal.aborted;) {
    const record = log.records[next];
    if (!record) {
      if (!live) await send(caughtUp());
      live = true;
      await log.beyond(next, signal);
      continue;
    }
    await patience();
    next++;
    if (matches(record)) await send(eventAnswer(record));
    if (++seen % interval === 0) await send(checkpoint(record));
  }
}

/** The index of the first record after where a subscription starts. */
function startOf(log: TransactionLog, from: ReadReq.Options.AllOptions): number | undefined {
  if (from.hasStart()) return 0;
  if (from.hasEnd()) return log.records.length;
  const index = log.indexAt(Number(from.getPosition()!.getCommitPosition()));
  return index === undefined ? undefined : index + 1;
}

function ofAll(log: TransactionLog, options: ReadReq.Options): Iterable<LogRecord> | Error {
  const [from, count, all] = [options.getAll()!, Number(options.getCount()), log.records];
  const matches = matcherOf(options.getFilter());
  const forwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS;
  const at = from.hasStart()
    ? 0
    : from.hasEnd()
      ? all.length
      : log.indexAt(Number(from.getPosition()!.getCommitPosition()));
  if (at === undefined) return invalidPosition();
  return forwards ? taken(all, at, 1, count, matches) : taken(all, at - 1, -1, count, matches);
}

function ofStream(log: TransactionLog, options: ReadReq.Options): Iterable<LogRecord> | Error | 'none' {
  const [from, count] = [options.getStream()!, Number(options.getCount())];
  const stream = streamOf(from.getStreamIdentifier());
  const records = log.read(stream);
  if (records === 'none') return records;
  if (records === 'deleted') return deleted(stream);
  const first = records[0]!.revision;
  const forwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS;
  const wanted = from.hasStart() ? first : from.hasEnd() ? records.at(-1)!.revision : Number(from.getRevision());
  const at = forwards ? Math.max(0, wanted - first) : Math.min(records.length - 1, wanted - first);
  return taken(records, at, forwards ? 1 : -1, count);
}

function* taken(
  records: readonly LogRecord[],
  from: number,
  step: 1 | -1,
  count: number,
  matches: Matches = () => true,
): Iterable<LogRecord> {
  for (let at = from, left = count; left > 0 && at >= 0 && at < records.length; at += step) {
    const record = records[at]!;
    if (!matches(record)) continue;
    left--;
    yield record;
  }
}

function confirmation(): ReadResp {
  const [answer, confirmed] = [new streams.ReadResp(), new streams.ReadResp.SubscriptionConfirmation()];
  confirmed.setSubscriptionId(crypto.randomUUID());
  answer.setConfirmation(confirmed);
  return answer;
}

function caughtUp(): ReadResp {
  const answer = new streams.ReadResp();
  answer.setCaughtUp(new streams.ReadResp.CaughtUp());
  return answer;
}

function checkpoint({ position }: LogRecord): ReadResp {
  const [answer, reached] = [new streams.ReadResp(), new streams.ReadResp.Checkpoint()];
  reached.setCommitPosition(String(position));
  reached.setPreparePosition(String(position));
  answer.setCheckpoint(reached);
  return answer;
}

function noSuchStream(stream: string): ReadResp {
  const [answer, none] = [new streams.ReadResp(), new streams.ReadResp.StreamNotFound()];
  none.setStreamIdentifier(identifierOf(stream));
  answer.setStreamNotFound(none);
  return answer;
}
