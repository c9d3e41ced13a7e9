import { type RenderOptions, render, renderSource } from '../../src/report/render.ts';
import { marked, reportOf } from './sample-report.ts';

// A finding that leads to two other places, one of them in another file.

const start = 'workflows/hello-world/start.sh';
const files = {
  [start]: 'set -e\n«port»=8080\nserve --port "$port"\n',
  'utils/wait.sh': '#!/bin/bash\nuntil test -f job.started; do sleep 1; done\n',
};
const placeOf = (path: keyof typeof files, word: string) => {
  const at = marked(path, files[path] ?? '').text.indexOf(word);
  return { file: path as never, start: at, end: at + word.length };
};
const source = renderSource(
  reportOf(files, () => ({
    related: [
      { span: placeOf(start, 'serve'), text: 'the service <gets> it here' },
      { span: placeOf('utils/wait.sh', 'job.started'), text: 'the wait step reads it here' },
    ],
  })),
);
const options: RenderOptions = { colour: 'plain', talk: 'normal', failOn: 'error' };

test('the terminal shows those of the file in its code, and the others by their place', () => {
  expect(render('pretty', source, options)).toContain(`
    |
  2 | port=8080
    | ^^^^
    |
  3 | serve --port "$port"
    | ----- the service <gets> it here
    > utils/wait.sh:2:15: the wait step reads it here
  2 | until test -f job.started; do sleep 1; done
    |               -----------
`);
});

test('JSON has each with its place and its words', () => {
  expect(JSON.parse(render('json', source, options)).diagnostics[0].related).toMatchObject([
    {
      path: start,
      range: { start: { line: 3, column: 1 }, end: { line: 3, column: 6 } },
      message: 'the service <gets> it here',
    },
    {
      path: 'utils/wait.sh',
      range: { start: { line: 2, column: 15 }, end: { line: 2, column: 26 } },
      message: 'the wait step reads it here',
    },
  ]);
});

test('SARIF has each as a related location, and the message links to them in their order', () => {
  const [result] = JSON.parse(render('sarif', source, options)).runs[0].results;
  const places = result.relatedLocations.map((one: never) => {
    const { id, message, physicalLocation } = one as {
      id: number;
      message: { text: string };
      physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
    };
    return [id, physicalLocation.artifactLocation.uri, physicalLocation.region.startLine, message.text];
  });
  expect(places).toEqual([
    [1, start, 3, 'the service <gets> it here'],
    [2, 'utils/wait.sh', 2, 'the wait step reads it here'],
  ]);
  expect(result.message.text).toMatch(
    /\[the service <gets> it here\]\(1\).*\[the wait step reads it here\]\(2\)/s,
  );
});

test('Markdown lists each with a link to its line', () => {
  const linkTo = (path: string, line: number): string => `https://forge.example/${path}#L${line}`;
  const text = render('markdown', source, { ...options, linkTo });
  expect(text).toContain(
    `- <a href="${linkTo(start, 3)}">${start}:3</a>: the service &#60;gets&#62; it here`,
  );
  expect(text).toContain(
    `- <a href="${linkTo('utils/wait.sh', 2)}">utils/wait.sh:2</a>: the wait step reads`,
  );
});

test('the page shows each with its code', () => {
  const text = render('html', source, options);
  expect(text).toContain(`>${start}:3: the service &#60;gets&#62; it here</div><pre class="frame">`);
  expect(text).toMatch(/>utils\/wait\.sh:2: the wait step reads it here<\/div><pre class="frame">.*sleep 1/);
});
