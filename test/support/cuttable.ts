import { createServer, connect, type Socket } from 'node:net';

/** A way to a server on this machine that can be cut. */
export interface Cuttable {
  readonly port: number;
  /** Ends all connections, and takes no other, until it is mended. */
  cut(): void;
  /** Lets nothing through and says nothing, as a network does that loses what is sent, until it is mended. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Opens a way to a port of this machine. */
export async function openCuttable(port: number): Promise<Cuttable> {
  const sockets = new Set<Socket>();
  const pairs = new Set<Pair>();
  let [isCut, isSilent] = [false, false];
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  // What is small goes on at once, as from a client and a server that speak to each other themselves.
  const server = createServer({ noDelay: true }, (near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    keep(near);
    keep(far);
    const pair = { near, far };
    pairs.add(pair);
    near.on('close', () => pairs.delete(pair));
    if (!isSilent) join(pair);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const own = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    port: own,
    cut: () => {
      isCut = true;
      cut();
    },
    silence: () => {
      isSilent = true;
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    mend: () => {
      if (isSilent) pairs.forEach(join);
      isCut = isSilent = false;
    },
    close: () => {
      cut();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

function join({ near, far }: Pair): void {
  near.pipe(far).pipe(near);
}
