import { lineOfCommand } from '../../../src/run/verdict/line-of-command.ts';

const script = `#!/bin/bash
# sleep 600
fetch() {
  curl  -s \\
    "$1"
  sleep 600
}
function wait_for {
  sleep 600
}
sleep 600
x=$(
  sleep 5
)
long-command ${'"a b" '.repeat(20)}"$rest"
`;

test.each([
  ['sleep 600', '', 6],
  ['sleep 600', 'wait_for', 9],
  ['curl -s "$1"', 'fetch', 4],
  ['x=$(sleep 5)', '', undefined],
  ['sleep 600', 'gone', 6],
  ['sleep 7', '', 6],
  ["curl '-s'", '', 4],
  [`long-command ${'"a b" '.repeat(20)}and what bash made of the rest`, '', 15],
  ['   ', '', undefined],
  ['read line < orders', '', undefined],
])('%s in "%s" is at line %s', (command, name, line) =>
  expect(lineOfCommand(script, command, name)).toBe(line),
);
