import { hash } from 'node:crypto';
import type { Command, NewEvent } from './message.js';

/** The namespace of every identity made here, itself a random UUID. */
const NAMESPACE = Buffer.from('6f0c7a5e8a0f4a57b9b4d7a1c3e25f18', 'hex');

/** A name-based UUID, version 5 (RFC 9562, section 5.5): the same name gives the same UUID for ever. */
export function uuidv5(name: string): string {
  const hex = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name)]), 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The identity of a request: the client's key within its subject, so that nobody meets another's receipt. */
export function commandIdOf(subject: string, key: string): string {
  return uuidv5(JSON.stringify([subject, key]));
}

/**
 * The identity of the event that a command causes in a stream as its `index`th. What was asked and what came of it are part of it: when two
 * processes decide one request each, the store must not take the append of the second for that of the first made again.
 */
export function eventIdOf(stream: string, commandId: string, index: number, what: unknown): string {
  return uuidv5(JSON.stringify([stream, commandId, index, what]));
}

/** The identity that follows from what an event says: it is the `index`th that its command caused in a stream. */
export function idFollowingFrom(event: Omit<NewEvent, 'id'>, stream: string, index: number): string {
  const { type, data, occurredAt, metadata } = event;
  return eventIdOf(stream, metadata.commandId, index, [metadata.payload, { type, data, occurredAt }]);
}

/** SHA-256, in hex, of a JSON value whose objects are written with sorted keys. */
export function digestOf(value: unknown): string {
  return hash('sha256', canonical(value), 'hex');
}

const payloads = new WeakMap<Command, string>();

/** The digest of what a command asks for, as `EventMetadata.payload` keeps it; a command is a value, so it is worked out once. */
export function payloadOf(command: Command): string {
  const known = payloads.get(command);
  if (known !== undefined) return known;
  const payload = digestOf([command.type, command.data]);
  payloads.set(command, payload);
  return payload;
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** A JSON value whose objects have their keys in order; JavaScript has those that are whole numbers first, by their size. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = value as Readonly<Record<string, unknown>> & { readonly toJSON?: () => unknown };
  if (typeof fields.toJSON === 'function') return sorted(fields.toJSON());
  const ordered = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(fields).sort()) ordered[key] = sorted(fields[key]);
  return ordered;
}
