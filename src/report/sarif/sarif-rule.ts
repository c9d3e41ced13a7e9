import type { ReportingDescriptor } from 'sarif';
import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import type { DocumentDiagnostic } from '../document/report-document.ts';
import { wellFormed } from '../document/well-formed.ts';

/** Characters that code scanning takes of a description. */
const longestDescription = 1024;
/** Characters that code scanning takes of a rule's name. */
const longestName = 255;

/** A rule as SARIF describes it; one without metadata (a remark of ShellCheck) by what it said. */
export function sarifRule(
  id: string,
  meta: RuleMeta | undefined,
  said: DocumentDiagnostic | undefined,
): ReportingDescriptor {
  return meta === undefined ? foreignRule(id, said) : ownRule(meta);
}

function ownRule(meta: RuleMeta): ReportingDescriptor {
  const security = meta.group === 'security';
  const { what, why, fix } = meta.page;
  return {
    id: meta.id,
    name: pascalCase(meta.id).slice(0, longestName),
    shortDescription: { text: shorten(what) },
    fullDescription: { text: shorten(`${what} ${why}`) },
    help: {
      text: `${why}\n\n${fix}`,
      markdown: `**Why:** ${why}\n\n**What to do:** ${fix}\n\nTo allow it here: \`# pw-check: allow ${meta.id} -- reason\``,
    },
    defaultConfiguration: { level: meta.severity },
    properties: {
      tags: [meta.group, 'parallel-works'],
      precision: meta.precision ?? 'high',
      'problem.severity': meta.severity === 'note' ? 'recommendation' : meta.severity,
      ...(security &&
        meta.securitySeverity !== undefined && { 'security-severity': meta.securitySeverity.toFixed(1) }),
    },
  };
}

function foreignRule(id: string, said: DocumentDiagnostic | undefined): ReportingDescriptor {
  const title = id.trim() === '' ? 'unnamed' : id;
  const what = said === undefined || said.message.trim() === '' ? title : said.message;
  const url =
    said?.url !== undefined && /^https?:/.test(said.url) && URL.canParse(said.url) ? said.url : undefined;
  return {
    id,
    name: pascalCase(id).slice(0, longestName),
    shortDescription: { text: shorten(title) },
    fullDescription: { text: shorten(what) },
    help: { text: url === undefined ? what : `${what}\n\n${url}` },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: said?.severity ?? 'warning' },
    properties: {
      tags: ['script', 'parallel-works'],
      precision: 'high',
      'problem.severity': said === undefined || said.severity === 'note' ? 'recommendation' : said.severity,
    },
  };
}

function shorten(text: string): string {
  return text.length <= longestDescription ? text : `${wellFormed(text.slice(0, longestDescription - 1))}…`;
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
