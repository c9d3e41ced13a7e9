import type { Dice } from './dice.ts';
import { hiddenVariables, marker } from './generate-commands.ts';

/** A line of a script that another one writes; `$port` in it is expanded by one of the two. */
function line(dice: Dice): string {
  const name = marker(dice);
  const hidden = dice.one(hiddenVariables);
  return dice.one([
    `echo "$port" > ${name}`,
    `echo "\${port:-none}" > ${name}`,
    `touch ${name}`,
    `rm -f ${name}`,
    `[ -n "$port" ] && touch ${name}`,
    `[ -z "\${port}" ] || echo more >> ${name}`,
    `[ "\${${hidden}:-}" = yes ] && touch ${name}`,
    'port=31',
    'export port=32',
    'unset port',
    'set -e',
    'false',
    `exit ${dice.below(3)}`,
    'cd logs 2> /dev/null || true',
    `trap 'touch ${name}' EXIT`,
    `bash -c 'echo "$port" > ${name}'`,
  ]);
}

/** A line that leaves its `$` to the script that is written, in a here-document without quotes around its word. */
function escaped(dice: Dice): string {
  return line(dice).replaceAll('$', () => dice.one(['\\$', '\\$', '$']));
}

/** A script that is written and run, or passed on to a shell; shells in between that change what is inherited. */
export function writtenScript(dice: Dice): readonly string[] {
  switch (dice.below(8)) {
    case 0:
      return [...made(dice), run(dice)];
    case 1:
      return [environment(dice), ...made(dice), run(dice)];
    case 2:
      return ['(', environment(dice), ...made(dice), run(dice), ')'];
    case 3:
      return [`bash ${dice.one(['', '-s one two'])} <<'END'`, line(dice), line(dice), 'END'];
    case 4:
      return ['bash <<END || true', escaped(dice), escaped(dice), 'END'];
    case 5:
      return [`bash -c '${line(dice).replaceAll("'", '"')}'`];
    case 6:
      return ['handed() {', `  ${line(dice)}`, '  :', '}', 'export -f handed', 'bash -c handed || true'];
    default:
      return [
        `echo 'echo "$port" > ${marker(dice)}' > made.sh`,
        `echo '${line(dice).replaceAll("'", '"')}' >> made.sh`,
        run(dice),
      ];
  }
}

function made(dice: Dice): readonly string[] {
  const quoted = dice.chance(0.5);
  const body = [quoted ? line(dice) : escaped(dice), quoted ? line(dice) : escaped(dice)];
  const head = dice.one([
    `cat > made.sh <<${quoted ? "'END'" : 'END'}`,
    `tee made.sh > /dev/null <<${quoted ? "'END'" : 'END'}`,
  ]);
  return [...above(dice), head, ...body, 'END', ...below(dice)];
}

/** What may stand in the file before, to be written over. */
function above(dice: Dice): readonly string[] {
  return dice.chance(0.1) ? ['cat library.sh > made.sh'] : [];
}

/** What is put together with the lines that are written. */
function below(dice: Dice): readonly string[] {
  if (!dice.chance(0.3)) return [];
  return [
    dice.one([
      'cat library.sh >> made.sh',
      '{ cat made.sh; cat library.sh; } > made.txt; mv made.txt made.sh',
      'cat library.sh made.sh > made.txt && cp made.txt made.sh',
      'cat made.sh library.sh | tee made.txt > /dev/null; mv made.txt made.sh',
      '(cat library.sh; echo "touch job.started") >> made.sh',
    ]),
  ];
}

function run(dice: Dice): string {
  return dice.one([
    'bash made.sh',
    'bash made.sh || true',
    '. ./made.sh',
    'chmod +x made.sh; ./made.sh || true',
    'port=41 bash made.sh || true',
    'env port=42 bash made.sh || true',
    '(. ./made.sh) || true',
    'bash < made.sh || true',
    'value=$(bash made.sh) || true',
    'if bash made.sh; then :; fi',
  ]);
}

/** Changes which variables other programs get. */
function environment(dice: Dice): string {
  return dice.one([
    'export port',
    'export port=33',
    'declare -x port',
    'export -n port',
    'set -a; port=34; set +a',
    'unset port',
    'port=35',
    'readonly fixed=1; export fixed',
  ]);
}
