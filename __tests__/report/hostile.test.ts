import { checkRunRequests } from '../../src/report/github/check-run.ts';
import { commentBody, commentMark } from '../../src/report/github/comment.ts';
import { suggestionsOf } from '../../src/report/github/suggestions.ts';
import { logLine } from '../../src/report/github/workflow-command.ts';
import { formatGraph } from '../../src/report/graph-text.ts';
import { render } from '../../src/report/render.ts';
import { hostileTexts } from './hostile-texts.ts';
import { infested } from './infested.ts';

/** The texts with a name that is short enough to be printed. */
const cases = hostileTexts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const);

const options = { colour: 'plain', talk: 'normal', failOn: 'error' } as const;

/** What GitHub's runner takes for a command: `::` at the start of a line of its own, `##[` anywhere. */
function commandsIn(log: string): readonly string[] {
  return log
    .split(/\r\n|\r|\n/)
    .filter((line) => /^\s*::[a-z-]+[ :]/i.test(line) || line.includes('##['))
    .map((line) => line.slice(0, 60));
}

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

test.each(cases)("in a log, nothing of the terminal's report is a command: %j", (text) => {
  const log = render('pretty', infested(text), options)
    .split('\n')
    .map((line) => logLine(line))
    .join('\n');
  expect(commandsIn(log)).toEqual([]);
});

test.each(cases)('no format moves the cursor or hides what comes: %s', (_, text) => {
  for (const format of ['pretty', 'markdown', 'html', 'junit', 'json', 'sarif', 'ndjson'] as const) {
    const shown = render(format, infested(text), options);
    expect([format, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.exec(shown)?.[0]]).toEqual([
      format,
      undefined,
    ]);
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
  expect(commandsIn(render('json', source, options))).toEqual([]);
});

test.each(cases)('the page has no tag, attribute or address of theirs: %s', (_, text) => {
  const page = render('html', infested(text), options);
  const body = page.slice(page.indexOf('<body>'));
  const tags = new Set(
    [...body.matchAll(/<\/?([a-zA-Z!?][^\s>/]*)/g)].map((match) => match[1]?.toLowerCase()),
  );
  const ours = new Set(
    'body main header div h1 h2 h3 p b span table thead tbody tr th td article pre i mark code a details summary ul li svg rect circle line text path g title label input footer html'.split(
      ' ',
    ),
  );
  expect([...tags].filter((tag) => tag === undefined || !ours.has(tag))).toEqual([]);
  expect(body).not.toMatch(/\son[a-z]+\s*=/i);
  for (const [, address] of body.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^https?:\/\//);
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
  expect(mark).toMatch(/^<!-- pw-workflow-check comment [A-Za-z0-9._/-]* -->$/);
  expect(mark.slice(4, -3)).not.toContain('--');
  const prose = withoutBlocks(body.slice(mark.length));
  const tags = new Set([...prose.matchAll(/<\/?([a-zA-Z!?][^\s>/]*)/g)].map((match) => match[1]));
  expect([...tags].filter((tag) => !['details', 'summary', 'code', 'a'].includes(tag ?? ''))).toEqual([]);
  expect(prose).not.toMatch(/(^|[^&\w])[@#](?=\w)/m);
  expect(prose).not.toMatch(/\]\(|!\[|https?:\/\//);
  expect(prose).not.toMatch(
    /^ {0,3}(?:#{1,6}(?!#)(?! ❌ pw-workflow-check$| Findings$| Runs$| ❌ )|={3}|-{3}$)/m,
  );
});

/** Leaves out blocks of code as GitHub would: a fence ends at a line with at least as many signs and nothing else. */
function withoutBlocks(text: string): string {
  let fence: string | undefined;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const run = /^(`{3,})/.exec(line)?.[1];
    if (fence === undefined && run !== undefined) fence = run;
    else if (fence !== undefined) {
      if (run !== undefined && run.length >= fence.length && line.trim() === run) fence = undefined;
    } else kept.push(line);
  }
  expect(fence).toBeUndefined();
  return kept.join('\n');
}

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
