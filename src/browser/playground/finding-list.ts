import type { Finding } from '../../api/lint.ts';

/** What can be done about a finding of the list. */
export interface FindingActions {
  readonly goTo: (finding: Finding) => void;
  readonly fix: (finding: Finding) => void;
  readonly explain: (rule: string) => void;
}

/** The findings as elements of a list; texts of the author are never markup. */
export function findingItems(findings: readonly Finding[], actions: FindingActions): readonly HTMLElement[] {
  return findings.map((finding) => findingItem(finding, actions));
}

function findingItem(finding: Finding, actions: FindingActions): HTMLElement {
  const { severity, message, help, path, range, rule, fix } = finding;
  const item = element('li', severity);
  const place = `${path.slice(path.lastIndexOf('/') + 1)}:${range.start.line}`;
  const head = element('p', 'head');
  head.append(
    element('span', 'severity', severity),
    action(place, 'place', () => actions.goTo(finding)),
  );
  item.append(head, element('p', 'message', message));
  if (help !== undefined) item.append(element('p', 'help', help));
  const row = element('p', 'actions');
  if (fix !== undefined) {
    const guess = fix.safety === 'unsafe' ? ' (a guess)' : '';
    row.append(action(`Fix: ${fix.title}${guess}`, 'fix', () => actions.fix(finding)));
  }
  row.append(action(`Explain ${rule}`, 'rule', () => actions.explain(rule)));
  item.append(row);
  return item;
}

function element(name: string, style: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = style;
  made.textContent = text;
  return made;
}

function action(text: string, style: string, act: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = style;
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}
