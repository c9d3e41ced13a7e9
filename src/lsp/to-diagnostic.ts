import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { assertNever } from '../base/assert-never.ts';
import type { Severity, Diagnostic as Signed } from '../diagnostics/finding.ts';
import type { Places } from './places.ts';

/** A finding as the protocol says it. */
export function toDiagnostic(found: Signed, places: Places): Diagnostic {
  const { rule, message, help, at, related, url, fingerprint } = found;
  const code = /^shellcheck\/(.+)$/.exec(rule)?.[1];
  const tag = tagOf(rule);
  return {
    range: places.rangeOf(at),
    severity: severityOf(found.severity),
    source: code === undefined ? 'pw-workflow-check' : 'shellcheck',
    code: code ?? rule,
    message: help === undefined ? message : `${message}\n${help}`,
    data: fingerprint,
    ...(url !== undefined && { codeDescription: { href: url } }),
    ...(tag !== undefined && { tags: [tag] }),
    ...(related !== undefined &&
      related.length > 0 && {
        relatedInformation: related.map(({ span, text }) => ({
          location: places.locationOf(span),
          message: text,
        })),
      }),
  };
}

function severityOf(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'note':
      return DiagnosticSeverity.Information;
    default:
      return assertNever(severity);
  }
}

/** The rule says by its name what editors show in another way: what is unused is pale, what is retired struck out. */
function tagOf(rule: string): DiagnosticTag | undefined {
  if (rule.startsWith('unused-') || rule === 'shellcheck/SC2034') return DiagnosticTag.Unnecessary;
  return rule.startsWith('retired-') ? DiagnosticTag.Deprecated : undefined;
}
