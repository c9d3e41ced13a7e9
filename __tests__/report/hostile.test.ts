import { guarded } from '../../src/cli/guard.ts';
import { checkRunRequests } from '../../src/report/github/check-run.ts';
import { commentBody, commentMark } from '../../src/report/github/comment.ts';
import { suggestionsOf } from '../../src/report/github/suggestions.ts';
import { logLine } from '../../src/report/github/workflow-command.ts';
import { formatGraph } from '../../src/report/graph-text.ts';
import { render } from '../../src/report/render.ts';
import { reportFormats } from '../../src/report/report-format.ts';
import { controlsIn, foreignHtml, foreignMarkdown, runnerCommands, withoutBlocks } from './harmless.ts';
import { hostileTexts } from './hostile-texts.ts';
import { infested } from './infested.ts';

/** The texts with a name that is short enough to be printed. */
const cases = hostileTexts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const);

const options = { colour: 'plain', talk: 'normal', failOn: 'error' } as const;

test('there are two hundred texts', () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(200);
});

test.each(cases)('in the annotations, only our commands are commands: %s', (_, text) => {
  const log = render('github', infested(text), options);
  const lines = log.split(/\r\n|\r|\n/).filter((line) => line !== '');
  for (const line of lines) {
    expect(line).toMatch(/^(::(error|warning|notice)( [^:]*)?::|\d+ of \d+ findings are annotated$)/);
    expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  }
  expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(2);
});

test.each(cases)(
  'printed into the log of a step, no format holds a command but our annotations: %s',
  (_, text) => {
    for (const format of reportFormats) {
      const printed = render(format, infested(text), options);
      const log = format === 'github' ? printed : guarded(printed, { GITHUB_ACTIONS: 'true' });
      const commands = runnerCommands(log).map(({ form, name }) => `${form}${name}`);
      expect([format, commands]).toEqual([format, format === 'github' ? ['::warning', '::error'] : []]);
    }
  },
);

test.each(cases)("in a log, nothing of the terminal's report is a command: %j", (text) => {
  const log = render('pretty', infested(text), options)
    .split('\n')
    .map((line) => logLine(line))
    .join('\n');
  expect(runnerCommands(log)).toEqual([]);
});

test.each(cases)('no format moves the cursor or hides what comes: %s', (_, text) => {
  for (const format of reportFormats) {
    const shown = render(format, infested(text), options);
    expect([format, controlsIn(shown)]).toEqual([format, []]);
  }
});

test('no format turns the direction of writing round', () => {
  const signs = [
    0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
  ];
  const source = infested(signs.map((code) => `${String.fromCodePoint(code)}exe.hs`).join(' '));
  for (const format of reportFormats) {
    const shown = render(format, source, options);
    expect([format, shown.match(/\p{Bidi_Control}/gu)]).toEqual([format, null]);
    expect([format, /202e/i.test(shown)]).toEqual([format, true]);
  }
  const { document, lines, rules, graphs } = source;
  const [graph] = graphs.values();
  for (const shown of [
    commentBody(document, lines, commentMark('name'), undefined, {}),
    checkRunRequests(document, 'problems', 'summary', rules, ''),
    graph && formatGraph(graph, 'mermaid'),
    graph && formatGraph(graph, 'dot'),
  ]) {
    expect(JSON.stringify(shown)).not.toMatch(/\p{Bidi_Control}/u);
  }
});

test.each(cases)('JSON, SARIF and ndjson parse, and the JSON gives the text back: %s', (_, text) => {
  const source = infested(text);
  const report = JSON.parse(render('json', source, options));
  expect(report.diagnostics[0].message).toBe(text);
  const sarif = JSON.parse(render('sarif', source, options));
  expect(sarif.runs[0].results[0].message.text.length).toBeGreaterThan(0);
  for (const line of render('ndjson', source, options).trimEnd().split('\n')) {
    expect(typeof JSON.parse(line).type).toBe('string');
  }
  expect(runnerCommands(render('json', source, options))).toEqual([]);
});

test.each(cases)('the page has no tag, attribute or address of theirs: %s', (_, text) => {
  const page = render('html', infested(text), options);
  expect(foreignHtml(page)).toEqual([]);
  expect(page).toContain("default-src 'none'");
});

test.each(cases)('the XML is well formed, with the elements that we wrote: %s', (_, text) => {
  const xml = render('junit', infested(text), options);
  const stack: string[] = [];
  const elements = new Set<string>();
  let rest = xml.replace('<?xml version="1.0" encoding="UTF-8"?>', '');
  while (rest !== '') {
    const match = /^(?:[^<&]|&#\d+;)*/.exec(rest)?.[0] ?? '';
    rest = rest.slice(match.length);
    if (rest === '') break;
    const tag = /^<(\/?)([a-z-]+)((?: [a-z]+="(?:[^<&"]|&#\d+;)*")*)(\/?)>/.exec(rest);
    expect([tag?.index, rest.slice(0, 40)]).toEqual([0, rest.slice(0, 40)]);
    if (tag === null) break;
    rest = rest.slice(tag[0].length);
    elements.add(tag[2] ?? '');
    if (tag[1] === '/') expect(stack.pop()).toBe(tag[2]);
    else if (tag[4] !== '/') stack.push(tag[2] ?? '');
  }
  expect(stack).toEqual([]);
  const ours = ['testsuites', 'testsuite', 'testcase', 'failure', 'system-out', 'skipped'];
  expect([...elements].filter((name) => !ours.includes(name))).toEqual([]);
});

test.each(cases)('the Markdown has no markup, mention or link of theirs: %s', (_, text) => {
  const { document, lines } = infested(text);
  const mark = commentMark(text.slice(0, 200));
  const body = commentBody(document, lines, mark, undefined, {});
  expect(mark).toMatch(/^<!-- pw-workflow-check comment (?:repository|of [\p{L}\p{M}\p{N}._/{}]*) -->$/u);
  expect(mark.slice(4, -3)).not.toContain('--');
  expect(foreignMarkdown(body.slice(mark.length))).toEqual([]);
});

test.each(cases)('check run, suggestion and graph hold it as text: %s', (_, text) => {
  const { document, lines } = infested(text);
  const requests = checkRunRequests(document, 'problems', 's', [], undefined);
  expect(JSON.stringify(requests).replaceAll('\\\\', '')).not.toContain('\\u0000');
  for (const suggestion of suggestionsOf(document, lines, () => true)) {
    withoutBlocks(suggestion.body);
    expect(suggestion.body.match(/^`{3,}suggestion$/gm)).toHaveLength(1);
  }
  const graph = { workflow: text, path: text, jobs: [{ id: text, needs: [text], does: text }] };
  expect(formatGraph(graph, 'mermaid').trimEnd().split('\n')).toHaveLength(3);
  expect(formatGraph(graph, 'mermaid')).not.toMatch(/^\s*click |%%|javascript:/m);
});
