import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, matchesGlob, relative } from 'node:path';
import { Copy, DockerfileParser, Env, From, Run, Workdir, type Instruction } from 'dockerfile-ast';

const root = join(import.meta.dirname, '../..');

/** Where the Dockerfile is, from the root. */
export const DOCKERFILE = 'docker/Dockerfile';

/** A stage of a Dockerfile: from one FROM to the next. */
export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly steps: readonly Instruction[];
}

/** What a stage came to without an engine: its file system below a directory, and its environment. */
export interface Image {
  /** What stands for `/`. */
  readonly directory: string;
  /** The directory that its programs run in, below the other. */
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The stages of a Dockerfile, in their order; one without a name has its number. */
export function stagesOf(text = readFileSync(join(root, DOCKERFILE), 'utf8')): readonly Stage[] {
  const stages: (Stage & { readonly steps: Instruction[] })[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction instanceof From) {
      const name = instruction.getBuildStage() ?? String(stages.length);
      stages.push({ name, from: instruction.getImage() ?? '', steps: [] });
    } else stages.at(-1)?.steps.push(instruction);
  }
  return stages;
}

/** What the instructions of a stage with one keyword say, such as `EXPOSE`. */
export function said(stage: Stage, keyword: string): readonly Instruction[] {
  return stage.steps.filter((step) => step.getKeyword() === keyword);
}

/** What CMD or HEALTHCHECK runs; throws for one in shell form, in which signals do not reach the program. */
export function execForm(instruction: Instruction | undefined): readonly string[] {
  const written = instruction?.getArgumentsContent() ?? '';
  const [list] = /\[.*\]$/.exec(written) ?? [];
  if (list === undefined) throw new Error(`not in exec form: ${written}`);
  return JSON.parse(list) as readonly string[];
}

/** What a COPY takes from the build's context, or from a stage. */
export function sourcesOf(copy: Copy): { readonly from: string | undefined; readonly paths: readonly string[] } {
  const from = copy
    .getFlags()
    .find((flag) => flag.getName() === 'from')
    ?.getValue();
  const paths = copy.getArguments().map((argument) => argument.getValue());
  return { from: from ?? undefined, paths: paths.slice(0, -1) };
}

/** Whether the build's context has a file, by `.dockerignore`: the last pattern that fits it decides. */
export function isInContext(path: string, ignore = readFileSync(join(root, '.dockerignore'), 'utf8')): boolean {
  let isIn = true;
  for (const line of ignore.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
    const pattern = undotted(line.replace(/^!/, ''));
    if ([pattern, `${pattern}/**`].some((each) => matchesGlob(undotted(path), each))) isIn = line.startsWith('!');
  }
  return isIn;
}

/** To Docker a dot at the beginning of a name is a letter like any other. */
const undotted = (path: string) => path.replaceAll(/(?<=^|\/)\./g, 'dot-');

/**
 * Makes an image's file system below a directory, step by step, as an engine would. Two steps are not taken as they are written:
 * all packages are those that CI installed, by the same command, and the one user is whoever runs this.
 */
export function assemble(stage: Stage, directory: string, images: ReadonlyMap<string, Image>): Image {
  const env: Record<string, string> = {};
  let workdir = directory;
  for (const step of stage.steps) {
    if (step instanceof Workdir) workdir = join(directory, step.getPath() ?? '/');
    mkdirSync(workdir, { recursive: true });
    if (step instanceof Env)
      for (const property of step.getProperties()) env[property.getName()] = property.getValue() ?? '';
    if (step instanceof Copy) copy(step, directory, workdir, images);
    if (step instanceof Run) execute(step.getRawArgumentsContent() ?? '', directory, workdir, env);
  }
  return { directory, workdir, env };
}

function copy(step: Copy, directory: string, workdir: string, images: ReadonlyMap<string, Image>): void {
  const { from, paths } = sourcesOf(step);
  const target = step.getArguments().at(-1)?.getValue() ?? '';
  const base = target.startsWith('/') ? directory : workdir;
  for (const path of paths) {
    const source = from === undefined ? join(root, path) : join(images.get(from)?.directory ?? '', path);
    const isFolder = target.endsWith('/') || target === '.';
    const filter = (each: string) => from !== undefined || isInContext(relative(root, each));
    cpSync(source, join(base, target, isFolder ? basename(path) : ''), { recursive: true, filter });
  }
}

function execute(command: string, directory: string, workdir: string, env: Readonly<Record<string, string>>): void {
  if (command === 'npm ci --ignore-scripts') {
    symlinkSync(join(root, 'node_modules'), join(workdir, 'node_modules'));
    return;
  }
  const here = command.replaceAll(/ \/(?=\w)/g, ` ${directory}/`).replaceAll('1000', String(process.getuid?.()));
  const { PATH, HOME } = process.env;
  const settings = { PATH, HOME, npm_config_prefer_offline: 'true', npm_config_audit: 'false' };
  const { status, stderr } = spawnSync('sh', ['-c', here], {
    cwd: workdir,
    env: { ...settings, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}:\n${stderr}`);
}
