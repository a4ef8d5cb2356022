// Builds dist/ if it is missing or older than the sources. Plain JavaScript, so that an old Node can still read the message below.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? '.', '..');
const NEEDED = 26;
const STAMP = join(root, 'dist/.built-from');
const LOCK = join(root, '.building');
const COMPILER = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
const PROGRAM = join(root, 'dist/apps/api/src/main.js');
const SOURCES = [
  'apps',
  'libs',
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `Steadfast needs Node.js ${NEEDED} or later, this is ${process.versions.node}. On Linux x64 "npm ci" installs it within the project ` +
      `and npm scripts use it (did you pass --omit=optional?); elsewhere install it from nodejs.org.`,
  );
  process.exit(1);
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (path.includes('.')) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

function digestOfSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function isBuilt(wanted) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Takes the lock, waiting for a build under way in another process; the lock of a process that ended counts for nothing. */
function takeLock() {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(LOCK, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function build() {
  console.error('building (needed once after a change of the sources) ...');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const steps = [[COMPILER, 'build', 'api'], [join(root, 'scripts/pglite-template.js')]];
  return steps.every((step) => spawnSync(process.execPath, step, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0);
}

/** Without the development packages nothing can be built: what was built elsewhere is run as it is. */
function goOnWithoutCompiler() {
  if (existsSync(PROGRAM)) return;
  const isInstall = process.env.npm_lifecycle_event === 'prepare';
  console.error(
    'There is no dist/, and without the development packages it cannot be built: copy it from where it was built, or run "npm ci".',
  );
  process.exitCode = isInstall ? 0 : 1;
}

const wanted = digestOfSources();
if (!existsSync(COMPILER)) goOnWithoutCompiler();
else if (!isBuilt(wanted)) {
  takeLock();
  try {
    if (!isBuilt(wanted)) {
      if (build()) writeFileSync(STAMP, wanted);
      else process.exitCode = 1;
    }
  } finally {
    rmSync(LOCK, { force: true });
  }
}
