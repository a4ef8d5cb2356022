import type { Metadata, sendUnaryData } from '@grpc/grpc-js';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { accessDenied, deleted, notLeader } from './answers.js';
import { answerAppend, answerBatches, expectedOf, wrongRevision, type Appending } from './appends.js';
import type { Written } from './log.js';
import { answerRead, CallEnded } from './reads.js';
import { streamOf, streams } from './stubs.js';

/** How often each method was called. */
export interface Calls {
  append: number;
  batchAppend: number;
  read: number;
  subscribe: number;
}

/** The methods of `Streams`. A caller who wants the leader is sent to it where this is not the one; who lacks the credentials gets nothing. */
export function streamsService(appending: Appending, calls: Calls, credentials?: string): IStreamsServer {
  const { log, faults } = appending;
  const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const refused = (metadata: Metadata) => {
    if (expected !== undefined && metadata.get('authorization')[0] !== expected) return accessDenied();
    return faults.leader && metadata.get('requires-leader')[0] === 'true' ? notLeader(faults.leader) : undefined;
  };
  return {
    read: (call) => {
      calls[call.request.getOptions()?.hasSubscription() ? 'subscribe' : 'read']++;
      const error = refused(call.metadata);
      if (error) call.emit('error', error);
      else answerRead(log, call, () => faults.patience()).catch(unlessCallEnded);
    },
    append: (call, answer) => {
      calls.append++;
      const error = refused(call.metadata);
      if (error) answer(error);
      else answerAppend(appending, call, answer).catch(unlessCallEnded);
    },
    batchAppend: (call) => {
      calls.batchAppend++;
      const error = refused(call.metadata);
      if (error) call.emit('error', error);
      else answerBatches(appending, call);
    },
    delete: ({ request }, answer) => {
      const options = request.getOptions()!;
      const [stream, expected] = [streamOf(options.getStreamIdentifier()), expectedOf(options)];
      const written = log.delete(stream, expected);
      answerEnd(stream, expected, written, new streams.DeleteResp(), answer);
    },
    tombstone: ({ request }, answer) => {
      const options = request.getOptions()!;
      const [stream, expected] = [streamOf(options.getStreamIdentifier()), expectedOf(options)];
      const written = log.tombstone(stream, expected);
      answerEnd(stream, expected, written, new streams.TombstoneResp(), answer);
    },
  };
}

/** A client that goes away in the middle of a call is no error of the server's. */
function unlessCallEnded(error: unknown): void {
  const { name, code } = error as { name: string; code?: unknown };
  const gone = error instanceof CallEnded || name === 'AbortError' || code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (!gone) throw error;
}

function answerEnd<T>(
  stream: string,
  expected: ReturnType<typeof expectedOf>,
  written: Written,
  done: T,
  answer: sendUnaryData<T>,
): void {
  if (written.is === 'deleted') answer(deleted(stream));
  else if (written.is === 'wrong') answer(wrongRevision(stream, expected, written.current));
  else answer(null, done);
}
