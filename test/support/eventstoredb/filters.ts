import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from './log.js';

/** Whether a record is among those that were asked for. */
export type Matches = (record: LogRecord) => boolean;

/** The records that a filter lets through: all where there is none. */
export function matcherOf(filter: ReadReq.Options.FilterOptions | undefined): Matches {
  const onStream = filter?.getStreamIdentifier();
  const expression = onStream ?? filter?.getEventType();
  if (!expression) return () => true;
  const [prefixes, regex] = [expression.getPrefixList(), new RegExp(expression.getRegex(), 'u')];
  const fits = (name: string) =>
    prefixes.length > 0 ? prefixes.some((prefix) => name.startsWith(prefix)) : regex.test(name);
  return onStream ? ({ stream }) => fits(stream) : ({ type }) => fits(type);
}
