import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { type Generator, generatedNotice } from './generated-files.ts';

const entries = ['index', 'lint'] as const;

/**
 * The declarations of the API, each entry in one file without what is inside: what users compile against, and what a change
 * of the public types shows up in.
 */
export const declarations: Generator = {
  name: 'declarations of the API',
  owns: { folder: 'types', endings: ['.d.ts'] },
  files(root) {
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.declarations.json'],
      {
        cwd: root,
        stdio: 'inherit',
      },
    );
    const scratch = mkdtempSync(join(tmpdir(), 'declarations-'));
    try {
      return Object.fromEntries(
        entries.map((entry) => [`types/${entry}.d.ts`, generatedNotice + rolledUp(root, entry, scratch)]),
      );
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};

function rolledUp(root: string, entry: (typeof entries)[number], scratch: string): string {
  const declared = join(root, `build/declarations/src/api/${entry}.d.ts`);
  const target = join(scratch, `${entry}.d.ts`);
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: declared,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2023',
            module: 'nodenext',
            types: ['node'],
            allowImportingTsExtensions: true,
            noEmit: true,
            strict: true,
            skipLibCheck: true,
          },
          files: [declared],
        },
      },
      apiReport: { enabled: false },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      dtsRollup: { enabled: true, untrimmedFilePath: target },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  const { errorCount } = Extractor.invoke(config, {
    messageCallback(message) {
      // That its own TypeScript is not the one of the project is no news, nor that nothing is marked as public.
      if (message.logLevel !== 'error') message.handled = true;
    },
  });
  if (errorCount > 0) throw new Error(`the declarations of src/api/${entry}.ts cannot be put into one file`);
  return readFileSync(target, 'utf8');
}
