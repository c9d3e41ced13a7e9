import {
  escapeData,
  escapeProperty,
  logLine,
  workflowCommand,
} from '../../src/report/github/workflow-command.ts';

test.each([
  ['plain', 'plain', 'plain'],
  ['100%', '100%25', '100%25'],
  ['%0A', '%250A', '%250A'],
  ['a\nb', 'a%0Ab', 'a%0Ab'],
  ['a\r\nb', 'a%0D%0Ab', 'a%0D%0Ab'],
  ['a\rb', 'a%0Db', 'a%0Db'],
  ['a:b,c', 'a:b,c', 'a%3Ab%2Cc'],
  ['::error::x', '::error::x', '%3A%3Aerror%3A%3Ax'],
])('escapes %j as data and as a property', (text, data, property) => {
  expect(escapeData(text)).toBe(data);
  expect(escapeProperty(text)).toBe(property);
});

test('a command is one line whatever its parts hold', () => {
  const command = workflowCommand(
    'error',
    { file: 'a,b:c\nd.sh', line: 3, endLine: 3, col: 5, endColumn: 9, title: 'x::y' },
    'first\r::set-env name=A::b\n##[error]second',
  );
  expect(command).toBe(
    '::error title=x%3A%3Ay,file=a%2Cb%3Ac%0Ad.sh,line=3,endLine=3,col=5,endColumn=9::first%0D::set-env name=A::b%0A#\u200b#[error]second',
  );
});

test('a command without properties has no blank', () => {
  expect(workflowCommand('notice', {}, 'x')).toBe('::notice::x');
});

test('a message that is longer than GitHub keeps says that it was cut', () => {
  const message = workflowCommand('error', {}, '👍'.repeat(5000)).slice('::error::'.length);
  expect(message.length).toBeLessThanOrEqual(4096);
  expect(message.endsWith(' … (cut)')).toBe(true);
  expect(message).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

test('controls do not reach the log', () => {
  expect(workflowCommand('error', {}, 'a\u001b[31mb\u0000')).toBe('::error::a\ufffd[31mb\ufffd');
});

test.each([
  ['::error::x', '| ::error::x'],
  ['a ##[set-env name=A]b', '| a #\u200b#[set-env name=A]b'],
  ['text\r::error::x', '| text\ufffd::error::x'],
  ['\u001b[31mred\u001b[0m \u001b]0;title\u0007', '| red '],
])('the log line of %j holds no command', (text, line) => {
  expect(logLine(text)).toBe(line);
});
