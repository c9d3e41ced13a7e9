// The page of the playground: texts in, findings beside them. The worker does the linting.
import type { Finding, Texts } from '../../api/lint.ts';
import { plural } from '../../base/plural.ts';
import { startWorker } from './ask-worker.ts';
import { startEditor } from './editor.ts';
import { fillExamples } from './example-list.ts';
import { fileTabs } from './file-tabs.ts';
import { findingItems } from './finding-list.ts';
import type { Linted } from './messages.ts';
import { fragmentOf, textsIn } from './shared-texts.ts';

/** The rule whose example is there at first. */
const firstExample = 'undeclared-input';
/** How long nothing may be typed until the texts are looked at, in milliseconds. */
const pause = 150;

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no "${id}"`);
  return found;
};

let texts: Texts = {};
let open = '';
let linted: Linted = { findings: [], graph: '' };
let version = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

const ask = startWorker('worker.js', () => say('the checker stopped: reload the page'));
const editor = startEditor(part('editor'), {
  changed(text) {
    if (texts[open] === text) return;
    texts = { ...texts, [open]: text };
    lintSoon();
  },
  fix: (finding) => void fix(finding),
});
const tabs = fileTabs(part('tabs'), part('editor'), openFile);
const examples = part('examples') as HTMLSelectElement;

function say(sentence: string): void {
  part('status').textContent = sentence;
}

function openFile(path: string): void {
  open = path;
  editor.open(path, texts[path] ?? '');
  show();
}

/** Takes a whole repository in the place of the one that was there. */
function openTexts(fresh: Texts): void {
  const paths = Object.keys(fresh).sort(byInterest);
  texts = Object.fromEntries(paths.map((path) => [path, fresh[path] ?? '']));
  linted = { findings: [], graph: '' };
  editor.clear();
  part('explanation').hidden = true;
  openFile(paths[0] ?? '');
  void lintNow().then(() => {
    const [first] = linted.findings;
    if (first !== undefined && first.path !== open) openFile(first.path);
  });
}

/** Workflows first, then start scripts, then the rest. */
function byInterest(left: string, right: string): number {
  const rank = (path: string): number => (/\.ya?ml$/.test(path) ? 0 : path.endsWith('start.sh') ? 1 : 2);
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

function lintSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void lintNow(), pause);
}

async function lintNow(): Promise<void> {
  const asked = ++version;
  const answer = await ask('lint', { texts });
  // What was typed in the meantime has been asked about, too.
  if (asked !== version) return;
  linted = answer;
  show();
}

function show(): void {
  const { findings, graph, problem } = linted;
  const counts = new Map<string, number>();
  for (const { path } of findings) counts.set(path, (counts.get(path) ?? 0) + 1);
  tabs.show(Object.keys(texts), open, counts);
  editor.mark(findings.filter(({ path }) => path === open));
  part('count').textContent =
    problem ?? (findings.length === 0 ? 'No findings' : plural(findings.length, 'finding'));
  const actions = {
    goTo,
    fix: (finding: Finding) => void fix(finding),
    explain: (rule: string) => void explain(rule),
  };
  part('findings').replaceChildren(...findingItems(findings, actions));
  part('graph').hidden = graph === '';
  part('drawing').innerHTML = graph;
}

function goTo({ path, range }: Finding): void {
  if (path !== open) openFile(path);
  editor.goTo(range);
}

async function fix(finding: Finding): Promise<void> {
  const fixed = await ask('fix', { texts, findings: [finding] });
  texts = fixed;
  editor.replace(fixed[open] ?? '');
  say(`done: ${finding.fix?.title ?? ''}`);
  await lintNow();
}

async function explain(rule: string): Promise<void> {
  const found = await ask('explain', { rule });
  if (found === undefined) return;
  part('rule').textContent = rule;
  part('what').textContent = found.what;
  part('why').textContent = found.why;
  part('what-to-do').textContent = found.fix;
  part('explanation').hidden = false;
  part('rule').focus();
}

async function openExample(rule: string): Promise<void> {
  const found = await ask('example', { rule });
  if (found === undefined) return;
  openTexts(found);
  examples.value = rule;
}

async function share(): Promise<void> {
  history.replaceState(null, '', `#${await fragmentOf(texts)}`);
  try {
    await navigator.clipboard.writeText(location.href);
    say('the address with these files is copied');
  } catch {
    say('the address of this page holds these files now: copy it');
  }
}

/** Opens what the address holds; gives whether it holds anything. */
async function openShared(): Promise<boolean> {
  const fragment = location.hash.slice(1);
  if (fragment === '') return false;
  const found = await textsIn(fragment);
  if (found === undefined) {
    say('the address holds no files that can be read: it may have been cut');
    return false;
  }
  openTexts(found);
  return true;
}

examples.addEventListener('change', () => void openExample(examples.value));
part('share').addEventListener('click', () => void share());
addEventListener('hashchange', () => void openShared());

async function begin(): Promise<void> {
  fillExamples(examples, await ask('rules', {}));
  if (!(await openShared())) await openExample(firstExample);
}

void begin();
