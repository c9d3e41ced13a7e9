import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import type { NodeOf, SyntaxNode } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A function that is called a wait, looks once, sleeps once and goes on. */
export const waitWithoutLoop = defineRule({
  meta: {
    id: 'wait-without-loop',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A function whose name says that it waits looks once, sleeps once and returns, and nobody calls it again.',
      why: 'What it waits for may be there or not: the script goes on after one sleep.',
      fix: 'Put the test into a `while` or `until` loop.',
      examples: {
        bad: [
          toolExample`
            «wait_for_workers»() {
              if [ "$(pgrep -c worker)" -lt "$1" ]; then
                echo "not yet"
                sleep 15
              fi
            }
            wait_for_workers 4
            tail worker.log
          `,
        ],
        good: [
          toolExample`
            wait_for_workers() {
              while [ "$(pgrep -c worker)" -lt "$1" ]; do
                sleep 15
              done
            }
            wait_for_workers 4
            tail worker.log
          `,
          toolExample`
            wait_a_turn() {
              if [ ! -f ready ]; then sleep 5; fi
            }
            until [ -f ready ]; do
              [ -f failed ] && exit 1
              wait_a_turn
            done
          `,
          toolExample`
            wait_for_ready() {
              if [ ! -f ready ]; then
                sleep 5
                wait_for_ready
              fi
            }
            wait_for_ready
            wait_briefly() {
              sleep 5
            }
            wait_briefly
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const functions = context.ask(scriptFunctions, script);
    const waits = [...functions].filter(([name]) => /^(wait|await)|_wait$|wait_?for|wait_?until/i.test(name));
    if (waits.length === 0 || script.role === 'sourced') return;
    const { commands } = context.ask(shellCommands, script);
    const { nodes } = context.ask(parsedScript, script);
    for (const [name, node] of waits) {
      const calls = commands.filter((command) => command.program === name);
      if (calls.length === 0 || calls.some((call) => call.inLoop || call.inCondition || call.captured))
        continue;
      // who is called by a function may be called in that function's loop
      if (callers(nodes('Function'), name).some((caller) => caller !== name)) continue;
      if (!looksOnce(node.body, name, functions)) continue;
      yield {
        message: `"${name}" has no loop: it sleeps once and goes on`,
        at: script.text.spanOf(node.name.pos, node.name.end),
        help: 'put the test and the sleep into a loop',
      };
    }
  },
});

/** Whether a body tests something and sleeps where that is not so, without anything that repeats. */
function looksOnce(body: SyntaxNode, name: string, functions: ReadonlyMap<string, unknown>): boolean {
  let sleeps = false;
  for (const node of allNodes(body)) {
    if (/^(While|For|ArithmeticFor|Select)$/.test(node.type)) return false;
    if (node.type === 'Command') {
      const program = node.name?.value ?? '';
      if (program === name || functions.has(program)) return false;
      if (/^(wait|timeout|exit|exec|return|tail|inotifywait|kubectl|flock|eval|source|\.)$/.test(program))
        return false;
      if (node.args.some((word) => /retry|wait/i.test(word.text))) return false;
    }
    const parts = node.type === 'If' ? [node.then] : node.type === 'AndOr' ? node.commands.slice(1) : [];
    for (const part of parts)
      for (const inner of allNodes(part))
        if (inner.type === 'Command' && inner.name?.value === 'sleep') sleeps = true;
  }
  return sleeps;
}

/** The functions in whose bodies a command of this name stands. */
function callers(functions: readonly NodeOf<'Function'>[], name: string): readonly string[] {
  const found: string[] = [];
  for (const node of functions) {
    for (const inner of allNodes(node.body))
      if (inner.type === 'Command' && inner.name?.value === name) found.push(node.name.value);
  }
  return found;
}
