import { editorMachine } from '../host/editor-machine.ts';

/**
 * Carries out `lsp` over stdin and stdout: the process lives on until the editor says so or goes away, and ends with the
 * status that the protocol asks for. Nothing but the protocol is written to stdout.
 */
export async function lspCommand(): Promise<number> {
  const [{ createConnection }, { serve }] = await Promise.all([
    import('vscode-languageserver/node'),
    import('../lsp/server.ts'),
  ]);
  serve(createConnection(process.stdin, process.stdout), editorMachine);
  return 0;
}
