import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEngines, type Engines } from './support/engines.js';
import { build } from './support/launch.js';
import { playAt } from './support/stage.js';
import { openVenueApart } from './support/venue-apart.js';

const folder = join(import.meta.dirname, 'scenes');
const scenes = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
let engines: Engines;

beforeAll(async () => {
  build();
  engines = await openEngines();
  playAt((now) => openVenueApart(engines, now));
}, 120_000);
afterAll(() => engines.close());

// Each of the scenes as it is: what it opens is a stage on several processes.
for (const scene of scenes)
  describe(`on two api processes, two workers, PostgreSQL and EventStoreDB: ${scene}`, () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a module is loaded here and now, so that its cases are within this block
    require(join(folder, scene));
  });
