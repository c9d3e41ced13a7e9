import { mappedFile } from '../../../src/source/mapped-text.ts';
import { filePath } from '../../../src/source/span.ts';
import { parseBash } from '../../../src/syntax/bash/parse-bash.ts';

function parse(text: string) {
  return parseBash(mappedFile({ path: filePath('start.sh'), text }));
}

describe('parseBash', () => {
  test.each([
    'if true; then\n  echo a\nfi\n',
    'cat <<EOF\n$(date)\nEOF\n',
    'case "$x" in a|b) echo 1;; *) echo 2;; esac\n',
    'f() { local a=${1:-b}; (( a++ )); }\n',
    'x=(1 2 3); echo "${x[@]}" > >(tee log)\n',
    '',
  ])('finds no fault in %j', (text) => {
    expect(parse(text).faults).toEqual([]);
  });

  test('blames the end of a script that lacks its end, and shows what is open', () => {
    const text = 'if true; then\n  echo a\n';
    const [fault] = parse(text).faults;
    expect(fault?.message).toContain("expected 'fi'");
    expect(text.slice(fault?.at.start, fault?.at.end)).toBe('a');
    expect(fault?.related?.map(({ span }) => text.slice(span.start, span.end))).toEqual(['if']);
  });

  test('blames the quote that is never closed', () => {
    const text = 'echo "a\necho b\n';
    const [fault] = parse(text).faults;
    expect(text.slice(fault?.at.start, fault?.at.end)).toBe('"');
  });

  test.each([
    ['('.repeat(10_000)],
    ['f() '.repeat(5_000)],
    ['if '.repeat(5_000)],
    [`echo ${'$('.repeat(3_000)}`],
    ['`'.repeat(9_999)],
  ])('answers a text made to be deep with a fault', (text) => {
    expect(parse(text).faults).toHaveLength(1);
  });
});
