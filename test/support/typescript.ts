/** Loaded with `node --import`, lets a child run the sources as they are: SWC compiles them, `.js` leads to `.ts`, and `#lib` to the lib's sources. */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../..', import.meta.url);

registerHooks({
  resolve(specifier, context, nextResolve) {
    const lib = /^#([a-z-]+)$/.exec(specifier)?.[1];
    if (lib) return nextResolve(new URL(`libs/${lib}/src/index.ts`, root).href, context);
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return nextResolve(source.href, context);
    }
    return nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    if (!url.startsWith(root.href) || !url.endsWith('.ts')) return nextLoad(url, context);
    const { code } = transformSync(readFileSync(new URL(url), 'utf8'), {
      swcrc: false,
      filename: fileURLToPath(url),
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2023',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
