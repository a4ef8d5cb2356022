/** EventStoreDB's protocol as its client ships it, with the client's own copy of gRPC. */
import { createRequire } from 'node:module';
import type * as Grpc from '@grpc/grpc-js';
import type * as FeatureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type * as Features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type * as GossipServices from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type * as Gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type * as Shared from '@eventstore/db-client/generated/shared_pb.js';
import type * as Statuses from '@eventstore/db-client/generated/status_pb.js';
import type * as StreamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as Anys from 'google-protobuf/google/protobuf/any_pb.js';

const here = createRequire(import.meta.url);
const client = createRequire(here.resolve('@eventstore/db-client'));

export const grpc = client('@grpc/grpc-js') as typeof Grpc;
export const anys = client('google-protobuf/google/protobuf/any_pb.js') as typeof Anys;
export const shared = here('@eventstore/db-client/generated/shared_pb.js') as typeof Shared;
export const statuses = here('@eventstore/db-client/generated/status_pb.js') as typeof Statuses;
export const streams = here('@eventstore/db-client/generated/streams_pb.js') as typeof Streams;
export const streamServices = here('@eventstore/db-client/generated/streams_grpc_pb.js') as typeof StreamServices;
export const gossip = here('@eventstore/db-client/generated/gossip_pb.js') as typeof Gossip;
export const gossipServices = here('@eventstore/db-client/generated/gossip_grpc_pb.js') as typeof GossipServices;
export const features = here('@eventstore/db-client/generated/serverfeatures_pb.js') as typeof Features;
export const featureServices = here(
  '@eventstore/db-client/generated/serverfeatures_grpc_pb.js',
) as typeof FeatureServices;

/** A stream's identifier on the wire. */
export function identifierOf(stream: string): Shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

/** The stream that an identifier names. */
export function streamOf(identifier: Shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
}
