import { given, last } from '../app/request.ts';
import { requestWords } from '../app/request-words.ts';
import { wantsTraces } from '../diagnostics/fault-trace.ts';
import { isDiskFault } from '../host/files/disk-fault.ts';
import { pictureAddress } from '../host/files/picture-address.ts';
import { writeWhole } from '../host/files/write-whole.ts';
import { folderInRepository, lineLink, readGithubContext } from '../host/github-context.ts';
import { forgeLink, machineProvenance } from '../host/provenance.ts';
import { exitStatusOf, type FailOn, verdictOf } from '../report/document/verdict.ts';
import { fromTop } from '../report/from-top.ts';
import { type RenderOptions, type RenderSource, render } from '../report/render.ts';
import { type ReportFormat, reportFormats } from '../report/report-format.ts';
import { sarifOmission } from '../report/sarif/sarif.ts';
import type { CommandLine } from './arguments.ts';
import { type OutputFile, readOutputs } from './outputs.ts';
import { colourFor, refuse, type Streams } from './streams.ts';

/** Where a report goes: a format on stdout, and files. */
export interface ReportTargets {
  readonly format: ReportFormat;
  readonly outputs: readonly OutputFile[];
}

/** The targets that a command line names, or what is wrong with them (exit status 2). */
export type TargetsAnswer =
  | { readonly kind: 'targets'; readonly targets: ReportTargets }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads `--format` and `--output`. */
export function readTargets(line: CommandLine): TargetsAnswer {
  const read = readOutputs(line.options.output ?? []);
  if (read.kind === 'refused') return read;
  const word = last(line.options.format) ?? 'pretty';
  const format = reportFormats.find((name) => name === word);
  if (format === undefined) {
    return {
      kind: 'refused',
      message: `--format does not take "${word}" here: expected one of ${reportFormats.join(', ')}`,
    };
  }
  return { kind: 'targets', targets: { format, outputs: read.outputs } };
}

/** Prints and writes a report and gives the exit status of its verdict, or 2 when a file cannot be written. */
export function printReport(
  source: RenderSource,
  targets: ReportTargets,
  failOn: FailOn,
  line: CommandLine,
  streams: Streams,
  root: string,
): number {
  const needsPage = targets.format === 'html' || targets.outputs.some(({ format }) => format === 'html');
  const provenance = needsPage
    ? {
        ...machineProvenance(root, streams.environment),
        request: requestWords(line.command, line.operands, line.options),
      }
    : undefined;
  const options: RenderOptions = {
    colour: colourFor('stdout', streams, given(line.options['no-color'])),
    talk: given(line.options.quiet) ? 'quiet' : 'normal',
    failOn,
    ...listOptions(line),
    faults: given(line.options.debug) || wantsTraces(streams.environment) ? 'traces' : 'sentences',
    picture: pictureAddress,
    provenance,
    category: last(line.options['sarif-category']),
    linkTo: linkTo(streams.environment) ?? forgeLink(provenance?.repository?.address, source.document.commit),
  };
  const shown = fromTop(source, folderInRepository(root, root));
  const seen = (format: ReportFormat) => (isOwn(format) ? source : shown);
  const text = render(targets.format, seen(targets.format), options);
  if (targets.format === 'github') streams.command(text);
  else streams.print(text);
  const omitted = [targets.format, ...targets.outputs.map(({ format }) => format)].includes('sarif')
    ? sarifOmission(source.document)
    : undefined;
  if (omitted !== undefined) streams.talk(`${omitted}\n`);
  let status: number = exitStatusOf(verdictOf(source.document, failOn));
  for (const { format, file } of targets.outputs) {
    const rendered = render(format, seen(format), { ...options, colour: 'plain', talk: 'normal' });
    try {
      writeWhole(file, rendered);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      const refused = refuse(streams, `${file} cannot be written: ${words}`);
      status = isDiskFault(error) ? 3 : refused;
    }
  }
  return status;
}

/** Which findings are shown in which order; who asks for one rule wants to see all its places. */
function listOptions({ options }: CommandLine): Pick<RenderOptions, 'severity' | 'sort' | 'equal'> {
  return {
    severity: last(options.severity) as RenderOptions['severity'],
    sort: last(options.sort) as RenderOptions['sort'],
    equal: given(options.only) ? 'shown' : 'counted',
  };
}

/** On GitHub's runner, the addresses of lines at the commit that is checked; elsewhere nobody shows them. */
function linkTo(environment: Streams['environment']): RenderOptions['linkTo'] {
  if (environment['GITHUB_ACTIONS'] !== 'true') return undefined;
  const context = readGithubContext(environment);
  return (path, at) => lineLink(context, path, at);
}

/** Whether a format is for this program and the folder that it was called in; others are read elsewhere. */
function isOwn(format: ReportFormat): boolean {
  return format === 'pretty' || format === 'json' || format === 'ndjson';
}
