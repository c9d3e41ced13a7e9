import { suggest } from '../base/suggest.ts';
import { type Allowance, readAllowances } from '../diagnostics/allow-comments.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { withFingerprints } from '../diagnostics/fingerprint.ts';
import { sortedWithoutDoubles } from '../diagnostics/order.ts';
import { type LineIndex, lineIndex } from '../source/line-index.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { RuleFinding } from './ask-rules.ts';
import { type Levels, shortName } from './configuration/levels.ts';
import { mergeFaults } from './merge-faults.ts';

/** By what findings are filtered: configuration, comments of the files, the baseline. */
export interface FindingFilters {
  readonly levels: Levels;
  /** The files whose comments count, by path. */
  readonly texts: ReadonlyMap<string, SourceFile>;
  /** Every rule that there is, asked or not. */
  readonly knownRules: ReadonlySet<string>;
  /** Whether a rule was asked, so that an allowance of it can be called unused. */
  wasAsked(rule: string): boolean;
  /** Fingerprints of what is known already and not reported again. */
  readonly baseline: ReadonlySet<string>;
}

/** What is left to report, and what comments allow. */
export interface FilteredFindings {
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly { readonly diagnostic: Diagnostic; readonly reason: string }[];
  /** What the baseline knows. */
  readonly known: readonly Diagnostic[];
}

/** Applies levels, allow comments and the baseline to the findings of rules; what is left gets fingerprints and is sorted. */
export function filterFindings(found: readonly RuleFinding[], filters: FindingFilters): FilteredFindings {
  const { levels, texts } = filters;
  const levelled = sortedWithoutDoubles(
    found.flatMap((finding) => {
      const severity = levels.levelOf(finding.rule, finding.at.file, finding.severity);
      return severity === 'off' ? [] : [{ ...finding, severity, fingerprint: '' }];
    }),
  );
  const signed = withFingerprints(levelled, (path) => texts.get(path)?.text);
  const comments = new Map<string, FileAllowances>();
  for (const [path, file] of texts) {
    const allowances = readAllowances(file);
    if (allowances.length > 0) comments.set(path, { allowances, lines: lineIndex(file.text) });
  }
  const used = new Set<Allowance>();
  const standing: Diagnostic[] = [];
  const allowed: { readonly diagnostic: Diagnostic; readonly reason: string }[] = [];
  for (const diagnostic of signed) {
    const by = allowancesFor(diagnostic, comments.get(diagnostic.at.file));
    for (const one of by) used.add(one);
    const first = by[0];
    if (first !== undefined) allowed.push({ diagnostic, reason: first.reason ?? '' });
    else standing.push(diagnostic);
  }
  // A comment allows one place of a fault; a baseline knows the fault by its first.
  const all = sortedWithoutDoubles([...mergeFaults(standing), ...complaintsAbout(comments, used, filters)]);
  const inBaseline = (one: Diagnostic): boolean => filters.baseline.has(one.fingerprint);
  return { diagnostics: all.filter((one) => !inBaseline(one)), known: all.filter(inBaseline), allowed };
}

interface FileAllowances {
  readonly allowances: readonly Allowance[];
  readonly lines: LineIndex;
}

/** The comments that allow a finding: at its line, or above an assignment of a variable that is read there. */
function allowancesFor(diagnostic: Diagnostic, file: FileAllowances | undefined): readonly Allowance[] {
  if (file === undefined) return [];
  const { line } = file.lines.placeOf(diagnostic.at.start);
  const name = shortName(diagnostic.rule);
  return file.allowances.filter(({ rule, lines: { first, last } }) => {
    if (shortName(rule) !== name || line < first) return false;
    return line <= last || comesFrom(file.lines, line, last);
  });
}

/** Whether a line reads a variable that another one assigns. */
function comesFrom(lines: LineIndex, line: number, assignment: number): boolean {
  const reader = lines.lineText(line);
  return [...lines.lineText(assignment).matchAll(/(?:^|[\s;&(])([A-Za-z_]\w*)\+?=/g)].some(([, name = '']) =>
    new RegExp(`\\$(?:\\{[#!]?)?${name}(?!\\w)`).test(reader),
  );
}

/** What is wrong with the comments themselves. */
function complaintsAbout(
  comments: ReadonlyMap<string, FileAllowances>,
  used: ReadonlySet<Allowance>,
  filters: FindingFilters,
): readonly Diagnostic[] {
  const found: RuleFinding[] = [];
  for (const { allowances } of comments.values()) {
    for (const allowance of allowances) found.push(...complaints(allowance, used, filters));
  }
  const levelled = found.flatMap((finding) => {
    const severity = filters.levels.levelOf(finding.rule, finding.at.file, finding.severity);
    const asked = filters.wasAsked(finding.rule);
    return severity === 'off' || !asked ? [] : [{ ...finding, severity, fingerprint: '' }];
  });
  return withFingerprints(sortedWithoutDoubles(levelled), (path) => filters.texts.get(path)?.text);
}

function complaints(
  allowance: Allowance,
  used: ReadonlySet<Allowance>,
  { knownRules, wasAsked }: FindingFilters,
): readonly RuleFinding[] {
  const { rule, at, reason, comment } = allowance;
  if (rule === '') {
    const message = 'this comment allows nothing: no rule is named';
    const help = 'write "# pw-check: allow RULE -- reason"';
    return [{ rule: 'allow-unknown-rule', severity: 'warning', message, at, help }];
  }
  if (!isKnown(rule, knownRules)) {
    const near = suggest(rule, knownRules);
    return [
      {
        rule: 'allow-unknown-rule',
        severity: 'warning',
        message: `there is no rule "${rule}" to allow`,
        at,
        help: helpWith(near, 'see "pw-workflow-check rules"'),
        ...(near !== undefined && {
          fix: {
            title: `Allow ${near} instead`,
            safety: 'unsafe' as const,
            edits: [{ span: at, replacement: near }] as const,
          },
        }),
      },
    ];
  }
  const found: RuleFinding[] = [];
  if (reason === undefined) {
    found.push({
      rule: 'allow-without-reason',
      severity: 'error',
      message: `no reason is given for allowing "${rule}"`,
      at: comment,
      help: 'add one at the end: " -- reason"',
    });
  }
  if (!used.has(allowance) && wasAsked(rule)) {
    found.push({
      rule: 'unused-allow',
      severity: 'note',
      message: `"${rule}" finds nothing here that would have to be allowed`,
      at,
      help: 'remove it from the comment',
    });
  }
  return found;
}

function isKnown(rule: string, known: ReadonlySet<string>): boolean {
  return known.has(rule) || /^SC\d{4}$/.test(shortName(rule));
}
