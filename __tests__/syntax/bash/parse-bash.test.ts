import { unmark } from '../../../src/rules/examples/marks.ts';
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

  test('blames what is open where the script ends, and shows the end', () => {
    const text = 'if true; then\n  echo a\n';
    const [fault] = parse(text).faults;
    expect(fault?.message).toContain('this `if` has no `fi`');
    expect(text.slice(fault?.at.start, fault?.at.end)).toBe('if');
    expect(fault?.related?.map(({ span }) => text.slice(span.start, span.end))).toEqual(['a']);
  });

  test.each([
    ['if a; then\n  «if» b; then\n    c\nfi\n'],
    ['«if» a; then\n  if b; then\n    c\n  fi\n'],
    ['if z; then\n  y\nfi\nwhile a; do\n  for b in c; «do»\n    d\ndone\n'],
    ['«case» $a in\n  b) c ;;\n'],
    ['if a; then\nif b; then\nc\nfi\nfi\n«if» d; then\n  e\n'],
  ])('of several openers blames the one that its indentation says is open: %j', (marked) => {
    const { text, marks } = unmark(marked);
    expect(parse(text).faults.map(({ at }) => ({ start: at.start, end: at.end }))).toEqual(marks);
  });

  test.each([
    ['cat > page <<EOF\n<h1>\n«  EOF»\nexec serve\n'],
    ['cat > page <<EOF\n<h1>\n«EOF »\nexec serve\n'],
    ["cat > page <<'EOF'\n<h1>\n«  EOF»\nexec serve"],
    ['cat > page <<-EOF\n<h1>\n«  EOF»\nexec serve\n'],
    ['cat > page <<«EOF»\n<h1>\nEND\nexec serve\n'],
  ])('blames the line that should close a here-document: %j', (marked) => {
    const { text, marks } = unmark(marked);
    expect(parse(text).faults.map(({ at }) => ({ start: at.start, end: at.end }))).toEqual(marks);
  });

  test.each([
    ['cat <<-EOF\n\ttext\n\tEOF\n'],
    ['cat <<A <<B\n1\nA\n2\nB'],
    ['cat <<EOF | sh\ncat <<INNER\nx\n  INNER\nEOF\n'],
    ['echo $((1 << 2))\n'],
    ["cat <<'E O F'\nx\nE O F\n"],
    ['cat <<\\EOF\nx\nEOF\n'],
  ])('a here-document that is closed is no fault: %j', (text) => {
    expect(parse(text).faults).toEqual([]);
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
