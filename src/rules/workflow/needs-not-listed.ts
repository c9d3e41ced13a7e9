import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { jobGraph, matrixJobOf, needsAreKnown } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import type { Fix } from '../../diagnostics/finding.ts';
import type { Job } from '../../model/workflow.ts';
import { pairOf, type YamlNode } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A job's outputs are read without waiting for the job. */
export const needsNotListed = defineRule({
  meta: {
    id: 'needs-not-listed',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An expression reads `needs.JOB`, and the job that it stands in does not list JOB in `needs`.',
      why: 'The platform stops with "job not in needs"; without the entry the job would not even wait for the other.',
      fix: 'Add the job to `needs`. Waiting for it through another job is not enough.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
              serve:
                steps:
                  - if: \${{ needs.«ports».outputs.PORT == 1 }}
                    run: date
          `,
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
              build:
                needs: [ports]
                steps:
                  - run: make
              serve:
                needs: [build]
                steps:
                  - if: \${{ needs.«ports».outputs.PORT == 1 }}
                    run: date
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow, file }, context) {
    if (site.place.kind !== 'job' && site.place.kind !== 'step') return;
    const { job } = site.place;
    const { byName } = context.ask(jobGraph, workflow);
    for (const reference of context.ask(referencesIn, site)) {
      const [segment] = reference.segments;
      if (reference.root !== 'needs' || segment?.kind !== 'name') continue;
      const { name } = segment;
      const read = byName.get(name) ?? matrixJobOf(name, byName);
      if (read === undefined || read === job || !needsAreKnown(job)) continue;
      const listed = job.needs.map((need) => need.value);
      if (listed.includes(name) || listed.includes(read.id.value)) continue;
      // A misspelt entry of `needs` is reported there.
      if (listed.some((need) => !byName.has(need) && suggest(need, [name]) === name)) continue;
      yield {
        message: `"needs.${name}" is read, but job "${job.id.value}" does not list "${name}" in "needs"`,
        at: spanIn(site, segment),
        fault: `${job.id.value} ${name}`,
        help: `add "${name}" to "needs" of "${job.id.value}"`,
        fix: listFix(job, name, file.source.text),
      };
    }
  },
});

/** Waiting for one more job changes when this one starts, so the repair is for people to approve. */
function listFix(job: Job, name: string, text: string): Fix | undefined {
  const insert = (node: YamlNode, at: number, replacement: string): Fix => ({
    title: `Add ${name} to needs`,
    safety: 'unsafe',
    edits: [{ span: { ...node.span, start: at, end: at }, replacement }],
  });
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const needs = pairOf(job.node, 'needs');
  if (needs === undefined) {
    const [first] = job.node?.pairs ?? [];
    if (first === undefined || job.node === undefined || job.node.flow) return undefined;
    const indent = lineBefore(text, first.span.start);
    if (indent.trim() !== '') return undefined;
    return insert(job.node, first.span.start, `needs: [${name}]${lineBreak}${indent}`);
  }
  if (needs.value?.kind !== 'sequence') return undefined;
  const last = needs.value.items.at(-1);
  if (needs.value.flow) {
    return last === undefined
      ? insert(needs.value, needs.value.span.start + 1, name)
      : insert(needs.value, last.span.end, `, ${name}`);
  }
  const dash = last && lineBefore(text, last.span.start);
  return last && dash?.trim() === '-'
    ? insert(needs.value, last.span.end, `${lineBreak}${dash}${name}`)
    : undefined;
}

/** What stands on the line before an offset. */
function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}
