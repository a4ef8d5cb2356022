import { openEventStoreDb } from '#stores';
import { storeContract, type Pace } from '#testing';
import { startChildDouble, type ChildDouble } from './support/eventstoredb/child.js';

/** Streams that no other run has, on a server that may be shared. */
const prefix = `steadfast${crypto.randomUUID().replaceAll('-', '')}.`;
const server = process.env.EVENTSTOREDB_URL;
let double: ChildDouble | undefined;

beforeAll(async () => {
  if (server === undefined) double = await startChildDouble();
});

afterAll(() => double?.stop());

storeContract(
  server === undefined ? 'the store on EventStoreDB, as its protocol shows it' : 'the store on EventStoreDB',
  {
    open: async ({ pace }: { pace?: Pace } = {}) => {
      double?.pace(pace);
      const open = () => openEventStoreDb(server ?? double?.url ?? '', { prefix });
      let store = await open();
      return {
        store,
        reopen: async ({ pace }: { pace?: Pace } = {}) => {
          double?.pace(pace);
          await store.close();
          return (store = await open());
        },
        dispose: async () => {
          double?.pace(undefined);
          await store.close();
        },
      };
    },
    paced: server === undefined,
    idsUnique: false,
    durable: true,
  },
);
