import { storeContract } from '#testing';
import { MemoryStore } from './memory.js';

storeContract('the memory store', {
  open: async (options) => {
    const store = new MemoryStore(options);
    return { store, dispose: () => store.close() };
  },
  paced: true,
  idsUnique: true,
  durable: false,
});
