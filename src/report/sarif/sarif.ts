import type { Log, Notification, PhysicalLocation, Result } from 'sarif';
import { plural } from '../../base/plural.ts';
import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import { jsonText } from '../document/json.ts';
import { byRank } from '../document/rank.ts';
import type { DocumentDiagnostic, DocumentLocation, ReportDocument } from '../document/report-document.ts';
import { faultsOfCheck } from '../document/verdict.ts';
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

/** The name that code scanning knows the top of the repository by. */
const sourceRoot = '%SRCROOT%';

/** How a SARIF report may differ. */
export interface SarifOptions {
  /** What is known of rules; those that did not speak are left out. */
  readonly rules: readonly RuleMeta[];
  /** Keeps several analyses of one commit apart, such as the shards of a matrix; absent: whoever uploads it decides. */
  readonly category?: string | undefined;
}

/**
 * The report as SARIF 2.1.0 in the form that GitHub's code scanning takes whole: the rules that spoke with their help,
 * one location a result, and at most as many results as it accepts, the worst of the most precise rules first.
 */
export function formatSarif(document: ReportDocument, options: SarifOptions): string {
  const spoke = new Map(document.diagnostics.toReversed().map((one) => [one.rule, one]));
  const metas = new Map(options.rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set([...metas.keys(), ...spoke.keys()])].filter((id) => spoke.has(id));
  const index = new Map(ids.map((id, position) => [id, position]));
  const told =
    document.diagnostics.length <= keptResults
      ? document.diagnostics
      : byRank(document.diagnostics, options.rules).slice(0, maxResults);
  const left = sarifOmission(document);
  const notification = (level: 'error' | 'warning' | 'note', text: string): Notification => ({
    level,
    message: { text },
  });
  const notifications = [
    ...document.faults.map((fault) => notification('error', textOf(fault.message))),
    ...document.remarks.map((remark) => notification('note', textOf(remark))),
    ...(left === undefined ? [] : [notification('warning', left)]),
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
            rules: ids.map((id) => sarifRule(id, metas.get(id), spoke.get(id))),
          },
        },
        ...(options.category !== undefined && { automationDetails: { id: `${options.category}/` } }),
        // Without an address, so that the report says the same wherever the repository lies (SARIF 2.1.0, 3.14.14).
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'the top of the repository' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: faultsOfCheck(document.faults).length === 0,
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

/** What the report had to leave out, when it has more results than are taken. */
export function sarifOmission({ diagnostics }: Pick<ReportDocument, 'diagnostics'>): string | undefined {
  const left = diagnostics.length - maxResults;
  return left > 0
    ? `${plural(left, 'finding')} left out of the SARIF report: code scanning takes ${maxResults}`
    : undefined;
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
    artifactLocation: { uri: uriOf(path), uriBaseId: sourceRoot },
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
