import type { Label } from '../../../../diagnostics/finding.ts';
import type { Assumption } from './state.ts';

/** The conditions that a path took, as places to show beside a finding; the last ones, oldest first. */
export function pathEvidence(path: Assumption | undefined, most = 3): readonly Label[] {
  const labels: Label[] = [];
  const seen = new Set<string>();
  for (let one = path; one !== undefined && labels.length < most; one = one.before) {
    const key = `${one.at.file}:${one.at.start}`;
    if (seen.has(key)) continue;
    seen.add(key);
    labels.unshift({
      span: one.at,
      text: `when \`${shortened(one.text)}\` ${one.holds ? 'holds' : 'does not hold'}`,
    });
  }
  return labels;
}

/** A condition on one line, cut short. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
