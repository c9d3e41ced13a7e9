import { analysisContext } from '../../../src/analysis/analysis.ts';
import { writtenScripts } from '../../../src/analysis/written/written-scripts.ts';
import { scriptFile } from '../../../src/model/read-script.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { filePath } from '../../../src/source/span.ts';

const path = 'make.sh';

/** The scripts that a script writes, beside other files of its repository. */
function writtenBy(text: string, others: Readonly<Record<string, string>> = {}) {
  const texts = { ...others, [path]: text };
  const { workspace } = openWorkspace(memoryFiles(texts), { paths: [path] });
  const script = scriptFile({ path: filePath(path), text }, 'lone');
  const written = writtenScripts(script, analysisContext(workspace));
  for (const one of written) expectOrigins(one.script, texts);
  return written;
}

/** Every character of a written script that is not expanded or put in is the one at its place. */
function expectOrigins(
  script: ReturnType<typeof writtenScripts>[number]['script'],
  texts: Readonly<Record<string, string>>,
) {
  const { text } = script.text;
  expect(script.shell.text).toHaveLength(text.length);
  for (let offset = 0; offset < text.length; offset++) {
    const at = script.text.spanOf(offset, offset + 1);
    const character = texts[at.file]?.[at.start];
    if (!/[\s'"%\\]/.test(text[offset] ?? '')) expect([offset, character]).toEqual([offset, text[offset]]);
  }
}

describe('what becomes a script', () => {
  test.each([
    ['a quoted here-document', 'cat > run.sh <<\'EOF\'\necho "$x" \\$y\nEOF\n', 'echo "$x" \\$y\n'],
    [
      'a bare one, escapes taken away',
      'cat <<MADE > run.sh\necho \\$x \\\\ \\`a\\`\nMADE\n',
      'echo $x \\ `a`\n',
    ],
    ['a continued line', 'cat > run.sh <<EOF\na \\\n  b\nEOF\n', 'a   b\n'],
    [
      'one without its tabs',
      "cat > run.sh <<-'EOF'\n\tif a; then\n\t\tb\n\tfi\n\tEOF\n",
      'if a; then\nb\nfi\n',
    ],
    ['one for tee', "tee -a run.sh <<'EOF' > /dev/null\nb\nEOF\n", 'b\n'],
    ['one through tee', "cat <<'EOF' | sudo tee run.sh > /dev/null\nb\nEOF\n", 'b\n'],
    ['by the first line', "cat > run <<'EOF'\n#!/usr/bin/env bash\nb\nEOF\n", '#!/usr/bin/env bash\nb\n'],
    ['by who runs it', 'echo "b c" > run\nbash ./run\n', 'b c\n'],
    ['a name in a variable', 'f="$d/run.sh"\ncat > "$f" <<EOF\nb\nEOF\n', 'b\n'],
    [
      'lines in a group',
      '{ echo "#!/bin/bash"; echo b; printf "c %s\\n" d "e"; } > run.sh\n',
      '#!/bin/bash\nb\nc d\nc e\n',
    ],
    ['lines one by one', 'echo \'#!/bin/sh\' > x\necho "a=\\"$b\\"" >> x\n', '#!/bin/sh\na="$b"\n'],
    ['text for a shell', "bash -s a <<'EOF'\necho $1\nEOF\n", 'echo $1\n'],
    ['text for a shell elsewhere', "ssh -p 22 me@host 'bash -s' <<'EOF'\nb\nEOF\n", 'b\n'],
    ['text piped into one', "echo 'a; b' | ssh host bash\n", 'a; b\n'],
    ['text for the scheduler', "sbatch --parsable <<'EOF'\n#!/bin/bash\nb\nEOF\n", '#!/bin/bash\nb\n'],
    ['an argument', "nohup bash -lc 'a && b' &\n", 'a && b'],
    ['an argument behind others', "seq 3 | xargs -I{} bash -c 'a {}'\n", 'a {}'],
    ['words for another host', 'ssh "${options[@]}" host cd /x \'&& b\'\n', 'cd /x && b'],
    ['a string', 'bash <<< "a b"\n', 'a b\n'],
  ])('%s', (_, text, expected) => {
    expect(writtenBy(text).map(({ script }) => script.text.text)).toEqual([expected]);
  });

  test('files and text put together, each with its own place', () => {
    const [one] = writtenBy('cat a.sh - parts/b.sh > start-${id}.sh <<EOF\nx=$y\nEOF\n', {
      'a.sh': '#!/bin/bash\n',
      'parts/b.sh': 'echo "$x"\n',
    });
    expect(one?.script.text.text).toBe('#!/bin/bash\nx=$y\necho "$x"\n');
    expect(one?.script.shell.text).toBe('#!/bin/bash\nx=$_\necho "$x"\n');
    expect(one?.script.text.spanOf(22, 24).file).toBe('parts/b.sh');
    expect(one?.whole).toBe(true);
  });

  test('a text for each branch', () => {
    const text =
      'echo a > x.sh\nif t; then echo b >> x.sh; elif u; then echo c >> x.sh; fi\necho d >> x.sh\n';
    expect(writtenBy(text).map(({ script }) => script.text.text)).toEqual(['a\nb\nd\n', 'a\nc\nd\n']);
  });

  test('what is expanded now, as values of the same length', () => {
    const [one] = writtenBy('cat > x.sh <<EOF\na $b ${cd} $(e f) \\$g "$h" $((1 + 2))\nEOF\n');
    expect(one?.script.shell.text).toBe('a $_ ${__} ${___} $g "$_" ${_______}\n');
    expect(one?.script.filled).toHaveLength(5);
  });

  test.each([
    ['other programs', "cat > x.py <<'EOF'\nprint('a')\nEOF\npython3 x.py\n"],
    ['other first lines', "cat > x.sh <<'EOF'\n#!/usr/bin/env python3\nprint('a')\nEOF\n"],
    ['data', 'cat > site.conf <<EOF\nlisten 80;\nEOF\n'],
    ['what is not known at all', 'bash -c "$command"\nssh host "$@"\necho "$x" > x.sh\n'],
    ['a shell without a text', 'bash run.sh\nssh host < list.txt | cat\nbash -x -o pipefail run.sh\n'],
  ])('but not %s', (_, text) => {
    expect(writtenBy(text).map(({ script }) => script.text.text)).toEqual([]);
  });

  test.each([
    ['appended to what is not known', 'echo b >> x.sh\n', false],
    ['appended to what is gone', 'rm -f x.sh\necho b >> x.sh\n', true],
    ['with the output of a program', "cat > x.sh <<'EOF'\nb\nEOF\ndeclare -f f >> x.sh\n", false],
    ['in a loop', 'echo a > x.sh\nfor i in 1 2; do echo "b $i" >> x.sh; done\n', false],
    ['from a file that is not here', 'cat inputs.sh a.sh > x.sh\n', false],
  ])('a text %s is known whole: %s', (_, text, whole) => {
    expect(writtenBy(text, { 'a.sh': 'a\n' }).map((one) => one.whole)).toEqual([whole]);
  });
});
