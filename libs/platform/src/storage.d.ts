declare module 'class-transformer/cjs/storage.js' {
  import type { MetadataStorage } from 'class-transformer/types/MetadataStorage.js';

  /** What class-transformer knows of the classes' fields; the package does not export it from its index. */
  export const defaultMetadataStorage: MetadataStorage;
}
