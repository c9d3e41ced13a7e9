import type { AnalysisContext } from '../../analysis/analysis.ts';
import { pathInJobDirectory, withDefaults } from '../../analysis/workflow/job-files.ts';
import { nameInRunDirectory } from '../../analysis/workflow/made-files.ts';
import { inFolderOfNearName, namesFolder } from '../../analysis/workflow/near-folders.ts';
import { bringsFilesOtherwise, ownCheckouts } from '../../analysis/workflow/sparse-checkouts.ts';
import { writtenFiles } from '../../analysis/written/written-files.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import { type FilePath, filePath, type Span } from '../../source/span.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { defineRule } from '../rule.ts';

/** A script to start that the repository does not have. */
export const scriptPathNotFound = defineRule({
  meta: {
    id: 'script-path-not-found',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: '"script_path" names a file of this repository that is not there.',
      why: 'The runner ends with an error before the service starts.',
      fix: 'Correct the path.',
      examples: {
        bad: [
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: «${PW_PARENT_JOB_DIR}/workflows/hello/wrok.sh»',
          }),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: «${PW_PARENT_JOB_DIR}/workflows/helo/work.sh»',
          }),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: «${PW_PARENT_JOB_DIR}/workflow/hello/work.sh»',
          }),
          checkoutExample(
            writing('start-service-${PW_JOB_ID}.sh', '«${PW_PARENT_JOB_DIR}/start_service-${PW_JOB_ID}.sh»'),
          ),
          checkoutExample(
            writing('start-service-${PW_JOB_ID}.sh', '«${PW_PARENT_JOB_DIR}/start-${PW_JOB_ID}.sh»'),
          ),
        ],
        good: [
          checkoutExample(),
          checkoutExample(writing('start-${PW_JOB_ID}.sh', 'start-${PW_JOB_ID}.sh')),
          checkoutExample(writing('settings.env', 'start-${PW_JOB_ID}.sh')),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: ${PW_PARENT_JOB_DIR}/made.sh',
          }),
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh':
              'script_path: ${PW_PARENT_JOB_DIR}/rendered/hello/work.sh',
          }),
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow, file }, context) {
    const scalar = step.uses === undefined ? undefined : valueAt(step.with, 'script_path');
    const checkouts = context.ask(ownCheckouts, file);
    if (scalar?.kind !== 'scalar' || checkouts.length === 0) return;
    if (bringsFilesOtherwise(workflow)) return;
    const resolved = withDefaults(workflow, scalar);
    const path = resolved && pathInJobDirectory(resolved.path);
    const made = /^(?:\$\{?PW_PARENT_JOB_DIR\}?|\.)\/([^/]+)$/.exec(scalar.text.text.trim())?.[1];
    if (made !== undefined) yield* unwritten(made, scalar.span, file, context);
    if (path === undefined || !path.includes('/')) return;
    const folder = path.split('/').slice(0, -1).join('/');
    const name = path.split('/').at(-1) ?? '';
    const { files } = context.workspace;
    if (files.paths.includes(path)) return;
    // another branch or tag than the main one may hold it
    const severity = checkouts.some(({ tree }) => tree === 'another') ? 'warning' : undefined;
    const isWritten = (word: string): boolean =>
      workflow.scripts.some((script) => script.text.text.includes(word));
    if (files.paths.every((known) => !known.startsWith(`${folder}/`))) {
      // a step may make a folder that the repository does not have, so only a slip in the name of one is told
      const meant = inFolderOfNearName(path, files.paths);
      if (meant === undefined || workflow.scripts.some(({ text }) => namesFolder(text.text, meant.slip)))
        return;
      const message = `this repository has no folder "${folder}"`;
      yield { message, at: scalar.span, severity, help: helpWith(meant.path, '') };
      return;
    }
    // a step may write the script itself
    if (isWritten(name)) return;
    const beside = files.paths.filter((known) => known.startsWith(`${folder}/`));
    const near = suggest(
      name,
      beside.map((known) => known.split('/').at(-1) ?? ''),
    );
    yield {
      message: `this repository has no file "${path}"`,
      at: scalar.span,
      severity,
      help: helpWith(near && `${folder}/${near}`, `"${folder}" has no such file`),
    };
  },
});

/** A step that writes a script, and the name by which the runner gets it. */
function writing(file: string, started: string): { readonly [line: string]: string } {
  const path = started.replace(/^(?!«)/, '${PW_PARENT_JOB_DIR}/');
  return {
    '- run: source tools/prepare.sh': dedent`
      - run: |
          source tools/prepare.sh
          cat > "${file}" <<'END'
          #!/bin/bash
          make
          END
    `,
    'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh': `script_path: ${path}`,
  };
}

/** A script of the job directory that no step writes, while one writes a script by nearly that name. */
function* unwritten(
  name: string,
  at: Span,
  file: WorkflowFile,
  context: AnalysisContext,
): Generator<Finding> {
  const { files } = context.workspace;
  const scripts = file.workflow?.scripts ?? [];
  const word = new RegExp(`(?<![\\w.-])${escapePattern(name)}(?![\\w.-])`, 'g');
  if ((file.source.text.match(word)?.length ?? 0) > 1 || files.kindOf(filePath(name)) !== 'missing') return;
  const names = scripts
    .flatMap((script) => writtenFiles(script, context))
    .flatMap(({ destination }) => (destination.kind === 'file' ? [destination.name] : []));
  // what a variable of the script holds may be the name
  if (names.some((one) => /\$(?!\{?(PW_|OUTPUTS\b))/.test(one))) return;
  const near = nearest(name, names);
  if (near === undefined) return;
  if (files.paths.some((path) => isNamedIn(path, name, file, context))) return;
  yield { message: `no step writes the script "${name}"`, at, help: helpWith(near, '') };
}

/** What was meant by a name: one that is nearly it, or the only script, of which it lacks a part or has one more. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const slip = suggest(name, names);
  if (slip !== undefined && parted(slip) === parted(name)) return slip;
  const scripts = [...new Set(names.map(nameInRunDirectory))].filter((one) => /\.(?:sh|bash)$/.test(one));
  const [only] = scripts;
  if (only === undefined || scripts.length > 1) return undefined;
  const [own, other] = [partsOf(name), partsOf(only)];
  const [fewer, more] = own.length < other.length ? [own, other] : [other, own];
  return fewer.length < more.length && fewer.length > 1 && fewer.every((part) => more.includes(part))
    ? only
    : undefined;
}

/** The words of a name, its ending, and what a shell puts in: `start`, `${PW_JOB_ID}`, `sh`. */
const partsOf = (name: string): readonly string[] => name.match(/\$\{?\w+\}?|[A-Za-z0-9]+/g) ?? [];

/** A name without what tells one kind of file, or one of a series, from another. */
const parted = (name: string): string => `${name.replace(/\D/g, '')} ${name.slice(name.lastIndexOf('.'))}`;

function isNamedIn(
  path: FilePath,
  name: string,
  { source }: WorkflowFile,
  context: AnalysisContext,
): boolean {
  const content = path === source.path ? undefined : context.workspace.files.read(path);
  return content?.kind === 'text' && content.text.includes(name);
}
