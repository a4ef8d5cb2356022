import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ServerDuplexStream, ServerReadableStream, ServiceError, sendUnaryData } from '@grpc/grpc-js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { deleted, failure, notReady, timedOut, tooLarge } from './answers.js';
import { batchAnswer } from './batch-answers.js';
import type { Faults } from './faults.js';
import type { Expected, Proposed, TransactionLog, Written } from './log.js';
import { grpc, shared, streamOf, streams } from './stubs.js';

/** What an append is carried out with. */
export interface Appending {
  readonly log: TransactionLog;
  readonly faults: Faults;
  /** Lets an append be committed, when its turn has come. */
  commit<T>(write: () => T): Promise<T>;
  /** Closes the connections that are open. */
  drop(): void;
}

interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Proposed[];
}

interface Answering {
  answer(append: Append, written: Written): void;
  refuse(error: ServiceError): void;
}

/** Carries an append out, or does wrong what is to go wrong with it. */
async function carryOut(appending: Appending, append: Append, to: Answering): Promise<void> {
  const { log, faults } = appending;
  const fault = faults.nextOfAppend();
  await faults.patience();
  if (fault === 'not-ready') {
    to.refuse(notReady());
    return;
  }
  if (fault === 'drop-before') {
    appending.drop();
    return;
  }
  if (fault === 'lose-request') return;
  const write = () => log.append(append.stream, append.events, append.expected);
  const written = await appending.commit(write);
  if (fault === 'drop-after') {
    // What was written is seen by subscribers before the connection goes.
    await nextTurn();
    appending.drop();
    return;
  }
  if (fault === 'lose-answer') return;
  if (fault === 'time-out-after') {
    to.refuse(timedOut());
    return;
  }
  await faults.patience();
  to.answer(append, written);
  if (fault === 'twice') to.answer(append, await appending.commit(write));
}

/** An append of one call. */
export async function answerAppend(
  appending: Appending,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): Promise<void> {
  let options: AppendReq.Options | undefined;
  const events: Proposed[] = [];
  call.on('data', (part: AppendReq) => {
    if (part.hasOptions()) options = part.getOptions();
    else events.push(proposedOf(part.getProposedMessage()!));
  });
  await once(call, 'end');
  const append = { stream: streamOf(options!.getStreamIdentifier()), expected: expectedOf(options!), events };
  await carryOut(appending, append, {
    answer: (_, written) => {
      if (written.is === 'deleted') answer(deleted(append.stream));
      else if (written.is === 'too-large') answer(tooLarge(written.most));
      else
        answer(null, written.is === 'wrong' ? wrongAnswer(append.expected, written.current) : writtenAnswer(written));
    },
    refuse: (error) => {
      answer(error);
    },
  });
}

/** Appends one after the other on one call, each of them in one message or more. */
export function answerBatches(appending: Appending, call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
  const open = new Map<string, { options: BatchAppendReq.Options; events: Proposed[] }>();
  call.on('data', (part: BatchAppendReq) => {
    const id = part.getCorrelationId()!.getString();
    const { options, events } = open.get(id) ?? { options: part.getOptions()!, events: [] };
    open.set(id, { options, events });
    events.push(...part.getProposedMessagesList().map(proposedOf));
    if (!part.getIsFinal()) return;
    open.delete(id);
    const expected = batchExpectedOf(options);
    const append = { stream: streamOf(options.getStreamIdentifier()), expected, events };
    void carryOut(appending, append, {
      answer: (_, written) => call.write(batchAnswer(part.getCorrelationId()!, append.stream, expected, written)),
      refuse: (error) => call.emit('error', error),
    });
  });
  call.on('end', () => call.end());
  call.on('error', () => {
    open.clear();
  });
}

interface Message {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

function proposedOf(message: Message): Proposed {
  return {
    id: message.getId()!.getString(),
    type: message.getMetadataMap().get('type')!,
    contentType: message.getMetadataMap().get('content-type')!,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** What a write expects of its stream. */
export function expectedOf(options: {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}): Expected {
  if (options.hasRevision()) return Number(options.getRevision());
  return options.hasNoStream() ? 'none' : options.hasStreamExists() ? 'exists' : 'any';
}

function batchExpectedOf(options: BatchAppendReq.Options): Expected {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  return options.hasNoStream() ? 'none' : options.hasStreamExists() ? 'exists' : 'any';
}

function writtenAnswer({ revision, position }: { revision: number; position: number }): AppendResp {
  const [answer, success, at] = [
    new streams.AppendResp(),
    new streams.AppendResp.Success(),
    new streams.AppendResp.Position(),
  ];
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  success.setCurrentRevision(String(revision));
  success.setPosition(at);
  answer.setSuccess(success);
  return answer;
}

function wrongAnswer(expected: Expected, current: number): AppendResp {
  const [answer, wrong] = [new streams.AppendResp(), new streams.AppendResp.WrongExpectedVersion()];
  if (current >= 0) wrong.setCurrentRevision(String(current));
  else wrong.setCurrentNoStream(new shared.Empty());
  if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
  else if (expected === 'none') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedAny(new shared.Empty());
  answer.setWrongExpectedVersion(wrong);
  return answer;
}

/** The error of a delete or tombstone that expected something else. */
export const wrongRevision = (stream: string, expected: Expected, current: number): ServiceError =>
  failure(grpc.status.FAILED_PRECONDITION, `Wrong expected version of ${stream}`, 'wrong-expected-version', {
    'stream-name': stream,
    'expected-version': typeof expected === 'number' ? expected : -1,
    ...(current >= 0 && { 'actual-version': current }),
  });
