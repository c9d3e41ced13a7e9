import type { Log, Notification, PhysicalLocation, Result } from 'sarif';
import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import { jsonText } from '../document/json.ts';
import type { DocumentDiagnostic, DocumentLocation, ReportDocument } from '../document/report-document.ts';
import { bySeverity } from '../document/verdict.ts';
import { wellFormed } from '../document/well-formed.ts';
import { sarifRule } from './sarif-rule.ts';

/** Results that code scanning takes of one run; it refuses a file with more. */
export const maxResults = 25_000;
/** Results that code scanning keeps of those, the worst; what is below is told in few words. */
const keptResults = 5000;
/**
 * Characters of a text and related places of a result, for results that are kept and for the others. Together they
 * keep the file below the 10 MB that code scanning takes of it in gzip, however badly the texts compress.
 */
const generous = { text: 500, related: 10, relatedText: 100 } as const;
const brief = { text: 120, related: 0, relatedText: 0 } as const;

/** How a SARIF report may differ. */
export interface SarifOptions {
  /** Every rule, whether it spoke or not. */
  readonly rules: readonly RuleMeta[];
  /** Keeps several analyses of one commit apart, such as the shards of a matrix. */
  readonly category?: string | undefined;
}

/**
 * The report as SARIF 2.1.0 in the form that GitHub's code scanning takes whole: all rules with their help, one
 * location a result, and at most as many results as it accepts, the worst first.
 */
export function formatSarif(document: ReportDocument, options: SarifOptions): string {
  const ids = [
    ...new Set([...options.rules.map((rule) => rule.id), ...document.diagnostics.map((one) => one.rule)]),
  ];
  const metas = new Map(options.rules.map((rule) => [rule.id, rule]));
  const index = new Map(ids.map((id, position) => [id, position]));
  const told =
    document.diagnostics.length <= keptResults
      ? document.diagnostics
      : document.diagnostics.toSorted((a, b) => bySeverity(a.severity, b.severity)).slice(0, maxResults);
  const left = document.diagnostics.length - told.length;
  const notification = (level: 'error' | 'warning' | 'note', text: string): Notification => ({
    level,
    message: { text },
  });
  const notifications = [
    ...document.faults.map((fault) => notification('error', textOf(fault.message))),
    ...document.remarks.map((remark) => notification('note', textOf(remark))),
    ...(left > 0
      ? [notification('warning', `${left} findings are left out: code scanning takes ${maxResults}`)]
      : []),
  ];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: document.tool.name,
            semanticVersion: document.tool.version,
            informationUri: 'https://github.com/org/pw-workflow-check',
            rules: ids.map((id) =>
              sarifRule(
                id,
                metas.get(id),
                document.diagnostics.find((one) => one.rule === id),
              ),
            ),
          },
        },
        automationDetails: { id: `${options.category ?? document.tool.name}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !document.faults.some((fault) => fault.kind !== 'tool-missing'),
            toolExecutionNotifications: notifications,
          },
        ],
        results: told.map((one, order) =>
          resultOf(one, index.get(one.rule) ?? 0, order < keptResults ? generous : brief),
        ),
      },
    ],
  };
  return `${jsonText(log, 1)}\n`;
}

function resultOf(one: DocumentDiagnostic, ruleIndex: number, most: typeof generous | typeof brief): Result {
  const textIn = (text: string): string => textOf(shorten(text, most.text));
  const related = one.related
    .slice(0, most.related)
    .map((label) => ({ ...label, message: textOf(shorten(label.message, most.relatedText)) }));
  const links = related.map((label, position) => `[${escapeLink(label.message)}](${position + 1})`);
  const words = [escapeMessage(textIn(one.message)), one.help && escapeMessage(textIn(one.help)), ...links];
  return {
    ruleId: one.rule,
    ruleIndex,
    level: one.severity,
    message: { text: words.filter((word) => word !== undefined && word !== '').join('\n') },
    locations: [{ physicalLocation: physicalLocation(one) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((label, position) => ({
        id: position + 1,
        physicalLocation: physicalLocation(label),
        message: { text: label.message },
      })),
    }),
    // GitHub computes its own `primaryLocationLineHash` when it is absent and warns about one that differs.
    partialFingerprints: { 'pwWorkflowCheck/v1': one.fingerprint === '' ? 'none' : one.fingerprint },
  };
}

function physicalLocation({ path, range }: DocumentLocation): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
    region: {
      startLine: range.start.line,
      startColumn: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
    },
  };
}

/** A relative path as a URI reference; a first part with a colon must not look like a scheme. */
export function uriOf(path: string): string {
  const uri = wellFormed(path)
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  return uri === '' ? '.' : uri;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${wellFormed(text.slice(0, most - 1))}…`;
}

/** Code scanning refuses empty texts. */
function textOf(text: string): string {
  const shown = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd');
  return shown.trim() === '' ? '(no words)' : shown;
}

/** Keeps the user's words from being read as a link. */
function escapeMessage(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

function escapeLink(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
}
