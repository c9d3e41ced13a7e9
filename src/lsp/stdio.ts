import { createConnection } from 'vscode-languageserver/node';
import { serve } from './server.ts';

/**
 * Serves an editor over stdin and stdout. This process ends when the editor says so or goes away, with the exit status that
 * the protocol asks for. Nothing but the protocol is written to stdout.
 */
export function serveStdio(): void {
  serve(createConnection(process.stdin, process.stdout));
}
