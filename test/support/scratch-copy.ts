import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const PARTS = [
  ...['apps', 'libs', 'package.json', 'tsconfig.json', 'eslint.config.js', '.dependency-cruiser.cjs'],
  ...['jest.config.cjs', 'jest.transform.cjs', 'test/support', 'test/clients', 'test/fixtures'],
];

/** What a program printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project's sources in which a test may write, gone when the test ends. */
export class ScratchCopy implements Disposable {
  readonly #path = mkdtempSync(join(tmpdir(), 'steadfast-copy-'));

  /** Copies the sources, and writes these files into the copy. */
  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const part of PARTS) cpSync(join(root, part), join(this.#path, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.#path, 'node_modules'));
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  read(file: string): string {
    return readFileSync(join(this.#path, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.#path, file)), { recursive: true });
    writeFileSync(join(this.#path, file), text);
  }

  /** Runs a program of the project in the copy. */
  run(program: string, ...args: string[]): Promise<Ran> {
    return new Promise((resolve) => {
      const options = { cwd: this.#path, maxBuffer: 64 * 2 ** 20 };
      const child = execFile(join(root, 'node_modules/.bin', program), args, options, (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? NaN, stdout, stderr });
      });
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.#path, { recursive: true, force: true });
  }
}
