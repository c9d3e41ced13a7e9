// The language server in a worker of a browser, for editors that run there: `new Worker('language-server.js')`.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from '../lsp/server.ts';
import { filesNotification } from './files-notification.ts';
import { toldMachine } from './told-machine.ts';

// A worker talks like the page's end of it does; the types of both cannot stand side by side.
const scope = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
const machine = toldMachine();
const server = serve(connection, machine);
connection.onNotification(filesNotification, (told) => {
  machine.tell(told);
  server.reread();
});
