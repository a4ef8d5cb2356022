import { features, gossip, shared } from './stubs.js';

/** A node of a cluster, and whether it leads. */
export interface Node {
  readonly address: string;
  readonly port: number;
  readonly leads: boolean;
  readonly alive?: boolean;
}

/** What gossip tells of these nodes. */
export function clusterOf(nodes: readonly Node[]) {
  const info = new gossip.ClusterInfo();
  info.setMembersList(
    nodes.map(({ address, port, leads, alive = true }) => {
      const [member, endPoint, id] = [new gossip.MemberInfo(), new gossip.EndPoint(), new shared.UUID()];
      endPoint.setAddress(address);
      endPoint.setPort(port);
      id.setString('00000000-0000-4000-8000-' + String(port).padStart(12, '0'));
      member.setInstanceId(id);
      member.setTimeStamp(`${String(Date.now())}0000`);
      member.setIsAlive(alive);
      member.setState(leads ? gossip.MemberInfo.VNodeState.LEADER : gossip.MemberInfo.VNodeState.FOLLOWER);
      member.setHttpEndPoint(endPoint);
      return member;
    }),
  );
  return info;
}

/** The methods that the double has, as a server of version 24.2 tells of them. */
export function featuresOf() {
  const supported = new features.SupportedMethods();
  supported.setEventStoreServerVersion('24.2.0');
  supported.setMethodsList(
    ['read', 'append', 'batchappend', 'delete', 'tombstone'].map((name) => {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.Streams'.toLowerCase());
      method.setMethodName(name);
      return method;
    }),
  );
  return supported;
}
