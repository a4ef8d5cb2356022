import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Message } from 'google-protobuf';
import type { Expected, Written } from './log.js';
import { anys, identifierOf, shared, statuses, streams } from './stubs.js';

/** What came of one append of a batch, as a message of its call. */
export function batchAnswer(id: UUID, stream: string, expected: Expected, written: Written): BatchAppendResp {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(id);
  answer.setStreamIdentifier(identifierOf(stream));
  if (written.is === 'written') answer.setSuccess(success(written));
  else answer.setError(errorOf(stream, expected, written));
  return answer;
}

function success({ revision, position }: { revision: number; position: number }): BatchAppendResp.Success {
  const [done, at] = [new streams.BatchAppendResp.Success(), new shared.AllStreamPosition()];
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  done.setCurrentRevision(String(revision));
  done.setPosition(at);
  return done;
}

function errorOf(stream: string, expected: Expected, written: Exclude<Written, { is: 'written' }>) {
  const [status, any] = [new statuses.Status(), new anys.Any()];
  const [name, details] = detailsOf(stream, expected, written);
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  status.setMessage(name);
  status.setDetails(any);
  return status;
}

function detailsOf(
  stream: string,
  expected: Expected,
  written: Exclude<Written, { is: 'written' }>,
): [string, Message] {
  if (written.is === 'deleted') {
    const gone = new shared.StreamDeleted();
    gone.setStreamIdentifier(identifierOf(stream));
    return ['StreamDeleted', gone];
  }
  if (written.is === 'too-large') {
    const large = new shared.MaximumAppendSizeExceeded();
    large.setMaxappendsize(written.most);
    return ['MaximumAppendSizeExceeded', large];
  }
  const wrong = new shared.WrongExpectedVersion();
  if (written.current >= 0) wrong.setCurrentStreamRevision(String(written.current));
  if (typeof expected === 'number') wrong.setExpectedStreamPosition(String(expected));
  return ['WrongExpectedVersion', wrong];
}
