// Lints for the page of the playground, so that typing never waits for it.
import { applyFixes, explain, lint, RequestError, type Texts } from '../../api/lint.ts';
import { graphOf } from '../../app/graph.ts';
import { readRequest } from '../../app/request.ts';
import { exampleOf, shownRules } from '../../app/rule-example.ts';
import { worldOfTexts } from '../../app/world-of-texts.ts';
import { svgGraph } from '../../report/html/svg-graph.ts';
import { filePath } from '../../source/span.ts';
import type { Answered, Asked, Linted, Questions } from './messages.ts';

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void answerTo(data).then((answer) => {
    const answered: Answered = { id: data.id, answer };
    postMessage(answered);
  });
});

async function answerTo(asked: Asked): Promise<Questions[keyof Questions]['answer']> {
  switch (asked.topic) {
    case 'lint':
      return linted(asked.texts);
    case 'fix':
      return applyFixes(asked.texts, asked.findings, 'unsafe').texts;
    case 'explain':
      return explain(asked.rule);
    case 'example':
      return exampleOf(asked.rule);
    case 'rules':
      return shownRules();
  }
}

async function linted(texts: Texts): Promise<Linted> {
  const paths = Object.keys(texts).filter((path) => /\.(?:ya?ml|sh)$/.test(path));
  try {
    const { diagnostics } = await lint(texts, { paths });
    return { findings: diagnostics, graph: await graphIn(texts, paths) };
  } catch (error) {
    if (error instanceof RequestError) return { findings: [], graph: '', problem: error.message };
    throw error;
  }
}

/** The jobs of the only workflow. */
async function graphIn(texts: Texts, paths: readonly string[]): Promise<string> {
  const read = readRequest({ command: 'lint', paths, options: {} });
  if (read.kind === 'refused') return '';
  const files = new Map(Object.entries(texts).map(([path, text]) => [filePath(path), text]));
  const answer = await graphOf(read.request, undefined, worldOfTexts('/', files));
  return answer.kind === 'graph' ? svgGraph(answer.graph, new Map()) : '';
}
