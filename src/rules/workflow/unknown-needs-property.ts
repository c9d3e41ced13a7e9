import { type Reference, referencesIn, type Segment, spanIn } from '../../analysis/expressions/references.ts';
import { jobGraph } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import { defineRule } from '../rule.ts';

/** Something other than outputs is read of a job or a step. */
export const unknownNeedsProperty = defineRule({
  meta: {
    id: 'unknown-needs-property',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An expression reads something of a job that is neither `outputs` nor `steps`, or of a step that is not `outputs`.',
      why: 'Jobs and steps have nothing else to read: the value is not found.',
      fix: 'Write `needs.JOB.outputs.KEY` or `needs.JOB.steps.ID.outputs.KEY`. How a job ended is said by the keywords `completed`, `error`, `canceled` in `if`.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ needs.ports.«output».PORT == 1 && needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ needs.ports.«PORT» == 1 && needs.ports.outputs.PORT == 1 }}
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
  *check({ site, workflow }, context) {
    if (site.place.kind !== 'job' && site.place.kind !== 'step') return;
    for (const reference of context.ask(referencesIn, site)) {
      const found = misread(reference);
      if (found === undefined) continue;
      const { segment, allowed, of } = found;
      const [job] = reference.segments;
      if (
        reference.root === 'needs' &&
        job?.kind === 'name' &&
        !context.ask(jobGraph, workflow).byName.has(job.name)
      ) {
        continue;
      }
      const near = suggest(segment.name, allowed);
      const at = spanIn(site, segment);
      const state = ['result', 'status', 'outcome', 'conclusion', 'state'].includes(segment.name);
      const replacement = near ?? `${allowed[0] ?? 'outputs'}.${segment.name}`;
      yield {
        message: `${of} has no "${segment.name}" to read`,
        at,
        help: state
          ? 'how a job ended is said by the keywords "completed", "error" and "canceled" in "if"'
          : helpWith(near, `outputs are read as "outputs.${segment.name}"`),
        fix: state
          ? undefined
          : { title: `Read ${replacement}`, safety: 'unsafe', edits: [{ span: at, replacement }] },
      };
    }
  },
});

type Name = Extract<Segment, { kind: 'name' }>;

function misread({
  root,
  segments,
}: Reference):
  | { readonly segment: Name; readonly allowed: readonly string[]; readonly of: string }
  | undefined {
  const behindStep = root === 'steps' ? segments[1] : undefined;
  if (behindStep !== undefined) return judged(behindStep, ['outputs'], 'a step');
  if (root !== 'needs') return undefined;
  const [, first, , third] = segments;
  if (first === undefined) return undefined;
  const ofJob = judged(first, ['outputs', 'steps'], 'a job');
  if (ofJob !== undefined) return ofJob;
  return first.kind === 'name' && first.name === 'steps' && third !== undefined
    ? judged(third, ['outputs'], 'a step')
    : undefined;
}

function judged(segment: Segment, allowed: readonly string[], of: string) {
  if (segment.kind !== 'name' || allowed.includes(segment.name)) return undefined;
  return { segment, allowed, of };
}
