// Builds dist/ if it is missing or older than the sources. Plain JavaScript, so that an old Node can still read the message below.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? '.', '..');
const NEEDED = 26;
const STAMP = join(root, 'dist/.built-from');
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

const wanted = digestOfSources();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
  console.error('building (needed once after a change of the sources) ...');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'api'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(STAMP, wanted);
}
