import { join, resolve } from 'node:path';
import { wantsTraces } from '../diagnostics/fault-trace.ts';
import { pictureAddress } from '../host/files/picture-address.ts';
import { writeWhole } from '../host/files/write-whole.ts';
import {
  type AnnotationOptions,
  annotationLog,
  annotationsPerKind,
  shownOf,
} from '../report/github/annotations.ts';
import { logLine } from '../report/github/workflow-command.ts';
import { formatMarkdown } from '../report/markdown/markdown.ts';
import { type RenderOptions, render } from '../report/render.ts';
import { sarifOmission } from '../report/sarif/sarif.ts';
import { inputsGiven } from './inputs.ts';
import { linkTo, type Publication } from './publication.ts';
import { publishCheckRun } from './publish-checks.ts';
import { publishComment } from './publish-comment.ts';
import { publishSuggestions } from './publish-suggestions.ts';

/** Bytes of a step summary that GitHub's runner takes, less than its 1 MiB by what other programs may add. */
const summaryBytes = 1_000_000;

/**
 * Shows a report where people look: the log, annotations, the step summary, files and outputs. Gives a sentence for each
 * file that was asked for and could not be written.
 */
export async function publish(publication: Publication): Promise<readonly string[]> {
  const { source, shown, step, settings } = publication;
  const options: RenderOptions = {
    colour: 'plain',
    talk: 'normal',
    failOn: publication.failOn,
    faults: wantsTraces(step.environment) ? 'traces' : 'sentences',
    picture: pictureAddress,
    linkTo: linkTo(publication),
    category: settings.sarifCategory,
    provenance: publication.provenance && {
      ...publication.provenance,
      request: inputsGiven(step.environment),
    },
  };
  for (const line of render('pretty', source, options).split('\n')) {
    step.print(`${line === '' ? '' : logLine(line)}\n`);
  }
  const unwritten = writeFiles(publication, options);
  const omitted = settings.files.sarif === '' ? undefined : sarifOmission(source.document);
  const notes = [...unwritten, ...(omitted ? [omitted] : []), ...(await publishToApi(publication))];
  const selection = annotationOptions(publication);
  if (selection !== undefined) {
    const log = annotationLog(source.document, selection);
    for (const line of log.lines) step.print(`${line}\n`);
    if (log.shown < log.total) {
      step.print(`${shownOf(log)}\n`);
      notes.push(`${shownOf(log)}; all of them are listed here.`);
    }
  }
  if (settings.summary === 'true') {
    const failed = step.summarise(
      formatMarkdown(shown.document, shown.lines, {
        linkTo: options.linkTo,
        maxBytes: summaryBytes,
        title: publication.use.title,
        notes,
      }),
    );
    if (failed !== undefined) step.print(`${logLine(failed)}\n`);
  } else for (const note of notes) step.print(`${logLine(note)}\n`);
  writeOutputs(publication, unwritten.length > 0 ? 'error' : outcomes[publication.verdict]);
  return unwritten;
}

const outcomes = { clean: 'passed', problems: 'failed', faulty: 'error' } as const;

/** Publishes what needs the API; gives a sentence for all that could not be published. */
async function publishToApi(publication: Publication): Promise<readonly string[]> {
  const { settings, api, context } = publication;
  const wanted =
    settings.checkRun === 'true' || settings.comment !== 'off' || settings.suggestions === 'true';
  if (!wanted) return [];
  if (api === undefined) return ['check run, comment and suggestions are left out: there is no token'];
  if (context.pullRequest?.fork === true && context.event === 'pull_request') {
    return [
      'check run, comment and suggestions are left out: the token of a pull request from a fork may not write',
    ];
  }
  const publishers = [
    { what: 'check run', wanted: settings.checkRun === 'true', publish: publishCheckRun },
    { what: 'suggestions', wanted: settings.suggestions === 'true', publish: publishSuggestions },
    { what: 'comment', wanted: settings.comment !== 'off', publish: publishComment },
  ];
  const notes: string[] = [];
  const left: string[] = [];
  for (const { what, wanted: asked, publish: send } of publishers) {
    if (!asked) continue;
    if (api.gaveUp()) left.push(what);
    else notes.push(...(await send(publication, api)));
  }
  if (left.length > 0) notes.push(`${left.join(' and ')} left out: GitHub is slow`);
  return notes;
}

/** One error is kept back for the one by which a step fails. */
function annotationOptions(publication: Publication): AnnotationOptions | undefined {
  const { settings, source, folder } = publication;
  if (settings.annotations === 'none') return undefined;
  return {
    rules: source.rules,
    perKind: annotationsPerKind,
    spent: { error: publication.verdict === 'clean' ? 0 : 1 },
    scope: settings.annotations === 'diff' && publication.inDiff !== undefined ? 'diff' : 'everything',
    order: settings.annotations === 'all' ? 'severity' : 'diff',
    inDiff: publication.inDiff,
    pathPrefix: folder,
  };
}

/** Where the JSON report lies when no file is asked for. */
function reportFile({ settings, step, context, use }: Publication): string {
  const { RUNNER_TEMP } = step.environment;
  if (settings.files.json !== '') return resolve(context.workspace, settings.files.json);
  return join(RUNNER_TEMP || context.workspace, 'pw-workflow-check', use.slug, 'report.json');
}

/** Writes the files that are asked for; gives a sentence for each that could not be written. */
function writeFiles(publication: Publication, options: RenderOptions): readonly string[] {
  const { settings, context, source, shown } = publication;
  const files = [
    { format: 'json', file: reportFile(publication) },
    { format: 'sarif', file: settings.files.sarif },
    { format: 'junit', file: settings.files.junit },
    { format: 'html', file: settings.files.html },
  ] as const;
  return files.flatMap(({ format, file }) => {
    if (file === '') return [];
    const rendered = render(format, format === 'json' ? source : shown, options);
    try {
      writeWhole(resolve(context.workspace, file), rendered);
      return [];
    } catch (error) {
      return [`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

function writeOutputs(publication: Publication, outcome: string): void {
  const { source, step, settings, context } = publication;
  const { summary, workflows } = source.document;
  const outputs: Readonly<Record<string, string>> = {
    outcome,
    errors: String(summary.errors),
    warnings: String(summary.warnings),
    notes: String(summary.notes),
    workflows: String(summary.workflows),
    'failed-workflows': JSON.stringify(
      workflows.filter((one) => one.outcome === 'failed').map((one) => one.name),
    ),
    report: reportFile(publication),
    sarif: settings.files.sarif === '' ? '' : resolve(context.workspace, settings.files.sarif),
    name: publication.use.slug,
    'release-ready': String(source.document.gate?.ready === true),
  };
  const lost = Object.entries(outputs).map(([name, value]) => step.output(name, value));
  for (const why of new Set(lost)) if (why !== undefined) step.print(`${logLine(why)}\n`);
}
