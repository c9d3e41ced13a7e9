import { join, resolve } from 'node:path';
import { writeWhole } from '../host/write-whole.ts';
import type { FailOn, Verdict } from '../report/document/verdict.ts';
import {
  type AnnotationOptions,
  annotationsPerKind,
  formatGithub,
  selectAnnotations,
  shownOf,
} from '../report/github/annotations.ts';
import { logLine } from '../report/github/workflow-command.ts';
import { formatMarkdown } from '../report/markdown/markdown.ts';
import { type RenderOptions, type RenderSource, render } from '../report/render.ts';
import { type GithubContext, lineLink, prefixIn } from './github-context.ts';
import type { ActionSettings } from './settings.ts';
import type { Step } from './step.ts';

/** Everything that publishing needs. */
export interface Publication {
  readonly source: RenderSource;
  readonly verdict: Verdict;
  readonly failOn: FailOn;
  readonly settings: ActionSettings;
  readonly context: GithubContext;
  readonly step: Step;
  readonly root: string;
}

/** Bytes of a step summary that GitHub's runner takes, less than its 1 MiB by what other programs may add. */
const summaryBytes = 1_000_000;

/** Shows a report where people look: the log, annotations, the step summary, files and outputs. */
export async function publish(publication: Publication): Promise<void> {
  const { source, step, settings } = publication;
  const options: RenderOptions = { colour: 'plain', talk: 'normal', failOn: publication.failOn };
  for (const line of render('pretty', source, options).split('\n')) {
    step.print(`${line === '' ? '' : logLine(line)}\n`);
  }
  const notes = [...writeFiles(publication, options)];
  const selection = annotationOptions(publication);
  if (selection !== undefined) {
    step.print(formatGithub(source.document, selection));
    const shown = selectAnnotations(source.document, selection);
    if (shown.shown < shown.total) notes.push(`${shownOf(shown)}; all of them are listed here.`);
  }
  if (settings.summary === 'true') {
    const link = (path: string, line: number) => lineLink(publication.context, path, line);
    const failed = step.summarise(
      formatMarkdown(source.document, source.lines, { linkTo: link, maxBytes: summaryBytes, notes }),
    );
    if (failed !== undefined) step.print(`${logLine(failed)}\n`);
  } else for (const note of notes) step.print(`${logLine(note)}\n`);
  writeOutputs(publication);
}

/** One error is kept back for the one by which the step fails. */
function annotationOptions({ settings, source, context, root }: Publication): AnnotationOptions | undefined {
  if (settings.annotations === 'none') return undefined;
  return {
    rules: source.rules,
    perKind: annotationsPerKind - 1,
    scope: settings.annotations === 'diff' ? 'diff' : 'everything',
    pathPrefix: prefixIn(context.workspace, root),
  };
}

/** Where the JSON report lies when no file is asked for. */
function reportFile({ settings, step, context }: Publication): string {
  const { RUNNER_TEMP } = step.environment;
  if (settings.files.json !== '') return resolve(context.workspace, settings.files.json);
  return join(RUNNER_TEMP || context.workspace, 'pw-workflow-check', 'report.json');
}

/** Writes the files that are asked for; gives a sentence for each that could not be written. */
function writeFiles(publication: Publication, options: RenderOptions): readonly string[] {
  const { settings, context, source } = publication;
  const files = [
    { format: 'json', file: reportFile(publication) },
    { format: 'sarif', file: settings.files.sarif },
    { format: 'junit', file: settings.files.junit },
  ] as const;
  return files.flatMap(({ format, file }) => {
    if (file === '') return [];
    try {
      writeWhole(resolve(context.workspace, file), render(format, source, options));
      return [];
    } catch (error) {
      return [`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

function writeOutputs(publication: Publication): void {
  const { source, verdict, step, settings, context } = publication;
  const { summary, workflows } = source.document;
  const outputs: Readonly<Record<string, string>> = {
    outcome: { clean: 'passed', problems: 'failed', faulty: 'error' }[verdict],
    errors: String(summary.errors),
    warnings: String(summary.warnings),
    notes: String(summary.notes),
    workflows: String(summary.workflows),
    'failed-workflows': JSON.stringify(
      workflows.filter((one) => one.outcome === 'failed').map((one) => one.name),
    ),
    report: reportFile(publication),
    sarif: settings.files.sarif === '' ? '' : resolve(context.workspace, settings.files.sarif),
    'release-ready': 'false',
  };
  for (const [name, value] of Object.entries(outputs)) step.output(name, value);
}
