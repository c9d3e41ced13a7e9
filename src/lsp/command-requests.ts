import {
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { findRule } from '../app/rule-book.ts';
import { commands } from './command-names.ts';
import type { Editing } from './editing.ts';
import type { Machine } from './machine.ts';
import { jobGraphOf } from './text-requests.ts';

/** Carries out the commands that code actions and code lenses name. */
export interface CommandRequests {
  readonly execute: (request: ExecuteCommandParams) => Promise<unknown>;
  /** Ends the runs that go on. */
  readonly end: () => void;
}

/** The characters of an outcome that are shown: editors show them in a small window. */
const mostShown = 4_000;

/** What is to be told is shown as a message, for editors that know nothing of these commands. */
export function commandRequests(connection: Connection, editing: Editing, machine: Machine): CommandRequests {
  const ending = new AbortController();
  const tell = (message: string, type: MessageType = MessageType.Info): void =>
    void connection.sendNotification(ShowMessageNotification.type, { type, message });

  async function check(uri: string | undefined): Promise<void> {
    const asked = uri === undefined ? undefined : editing.at(uri)?.repository;
    await Promise.all((asked === undefined ? editing.repositories() : [asked]).map((one) => one.check()));
  }

  /** Runs a workflow as it is on the disk; what happens is told as progress, its outcome as a message. */
  async function run(uri: string): Promise<void> {
    const path = machine.pathOf(uri);
    if (machine.run === undefined || path === undefined) return;
    const progress = await connection.window.createWorkDoneProgress();
    const cancelled = new AbortController();
    progress.token.onCancellationRequested(() => cancelled.abort());
    progress.begin(`run ${path.split('/').slice(-2).join('/')}`, undefined, undefined, true);
    try {
      const said = (sentence: string): void => progress.report(sentence);
      const signal = AbortSignal.any([ending.signal, cancelled.signal]);
      const { status, printed } = await machine.run(path, said, signal);
      const type = status === 0 ? MessageType.Info : status === 1 ? MessageType.Warning : MessageType.Error;
      tell(printed.slice(-mostShown), type);
    } finally {
      progress.done();
    }
  }

  return {
    end: () => ending.abort(),
    async execute({ command, arguments: words = [] }) {
      const word = typeof words[0] === 'string' ? words[0] : undefined;
      if (command === commands.check) await check(word);
      if (command === commands.run && word !== undefined) await run(word);
      if (command === commands.explain && word !== undefined) tell(explained(word));
      if (command === commands.graph && word !== undefined) {
        const graph = await jobGraphOf(word, editing, 'mermaid');
        if (graph !== undefined) tell(graph);
        return graph ?? null;
      }
      return null;
    },
  };
}

/** What a rule finds, why and what to do, in three sentences. */
function explained(name: string): string {
  const answer = findRule(name);
  switch (answer.kind) {
    case 'rule': {
      const { id, page } = answer.meta;
      return `${id}: ${page.what}\n\nWhy: ${page.why}\n\nWhat to do: ${page.fix}`;
    }
    case 'shellcheck':
      return `${answer.code} is a remark of ShellCheck: ${answer.url}`;
    case 'refused':
      return answer.message;
  }
}
