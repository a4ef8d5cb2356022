import type { Metadata, ServiceError, status } from '@grpc/grpc-js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Leader } from './faults.js';
import type { LogRecord } from './log.js';
import { grpc, identifierOf, shared, streams } from './stubs.js';

/** An error that EventStoreDB's clients know by the `exception` in its trailers. */
export function failure(code: status, details: string, exception?: string, facts: object = {}): ServiceError {
  const metadata: Metadata = new grpc.Metadata();
  if (exception !== undefined) metadata.set('exception', exception);
  for (const [key, value] of Object.entries(facts)) metadata.set(key, String(value));
  return Object.assign(new Error(details), { code, details, metadata });
}

export const notLeader = ({ address, port }: Leader): ServiceError =>
  failure(grpc.status.NOT_FOUND, 'Leader info available', 'not-leader', {
    'leader-endpoint-host': address,
    'leader-endpoint-port': port,
  });

export const accessDenied = (): ServiceError =>
  failure(grpc.status.PERMISSION_DENIED, 'Access Denied', 'access-denied');

export const deleted = (stream: string): ServiceError =>
  failure(grpc.status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', {
    'stream-name': stream,
  });

export const tooLarge = (most: number): ServiceError =>
  failure(grpc.status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, 'maximum-append-size-exceeded', {
    'maximum-append-size': most,
  });

export const notReady = (): ServiceError => failure(grpc.status.UNAVAILABLE, 'Server Is Not Ready');

export const timedOut = (): ServiceError => failure(grpc.status.ABORTED, 'Operation timed out: Commit phase timeout.');

export const invalidPosition = (): ServiceError =>
  failure(grpc.status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');

/** A record as a read gives it. */
export function eventAnswer(record: LogRecord): ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(record.id);
  event.setId(id);
  event.setStreamIdentifier(identifierOf(record.stream));
  event.setStreamRevision(String(record.revision));
  event.setPreparePosition(String(record.position));
  event.setCommitPosition(String(record.position));
  event.getMetadataMap().set('type', record.type);
  event.getMetadataMap().set('content-type', record.contentType);
  event.getMetadataMap().set('created', record.created);
  event.setCustomMetadata(record.metadata);
  event.setData(record.data);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(event);
  read.setCommitPosition(String(record.position));
  const answer = new streams.ReadResp();
  answer.setEvent(read);
  return answer;
}
