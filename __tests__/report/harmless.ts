import { pageFilterInlineJs } from '../../src/report/html/assets.generated.ts';

/** A line that GitHub's runner takes for a command, as its ActionCommandManager reads a line of either stream. */
export interface RunnerCommand {
  readonly form: '::' | '##[';
  readonly name: string;
  readonly line: string;
}

const registered =
  'set-env set-output save-state add-mask add-path add-matcher remove-matcher debug warning error notice group endgroup echo stop-commands'.split(
    ' ',
  );

/**
 * What GitHub's runner would obey in a log: `::name …::` at the start of a line behind blanks, or `##[name …]` of a
 * registered command anywhere. A lone carriage return ends a line too.
 */
export function runnerCommands(log: string): readonly RunnerCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line): readonly RunnerCommand[] => {
    const second = /^\s*::([^\s:]*)(?: .*?)?::/s.exec(line);
    if (second !== null) return [{ form: '::', name: second[1] ?? '', line: line.slice(0, 200) }];
    const first = /##\[([^\s\]]*)[^\]]*\]/.exec(line)?.[1]?.toLowerCase() ?? '';
    return registered.includes(first) ? [{ form: '##[', name: first, line: line.slice(0, 200) }] : [];
  });
}

/** Characters that a terminal obeys; line breaks and tabs are none. */
export function controlsIn(text: string): readonly string[] {
  return [...new Set(text.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g) ?? [])];
}

const ourTags =
  'body main header div h1 h2 h3 p b span table thead tbody tr th td article pre i mark code a details summary ul li svg rect circle line text path g title label input html ol select option br'.split(
    ' ',
  );

/** What a page holds that is not of our writing: tags, handlers, addresses that lead elsewhere. */
export function foreignHtml(page: string): readonly string[] {
  // the one script of the page is ours: what stands in front of it must hold no other
  const body = page
    .slice(page.indexOf('<body>'))
    .replace(`<script>${pageFilterInlineJs}</script></body></html>\n`, '');
  const tags = [...body.matchAll(/<\/?([a-zA-Z!?][^\s>/]*)/g)].map((match) => match[1]?.toLowerCase() ?? '');
  const addresses = [...body.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '');
  return [
    ...new Set([
      ...tags.filter((tag) => !ourTags.includes(tag)),
      ...(body.match(/\son[a-z]+\s*=/gi) ?? []),
      ...addresses.filter((address) => !/^(https?:\/\/|#[\w.-]+$)/.test(address)),
    ]),
  ];
}

/** What Markdown holds outside its blocks of code that is not of our writing: tags, mentions, references, links. */
export function foreignMarkdown(markdown: string): readonly string[] {
  const prose = withoutBlocks(markdown);
  const tags = [...prose.matchAll(/<\/?([a-zA-Z!?][^\s>/]*)/g)].map((match) => match[1] ?? '');
  const headings =
    /^ {0,3}(?:#{1,6}(?!#)(?! (?:💥|❌|⚠️|✅) pw-workflow-check$| Findings$| Runs$| (?:✅|❌|⏭️) )|={3}|-{3}$)/m;
  const ourAddresses = prose.replace(/<a href="https?:[^"]*">/g, '');
  return [
    ...new Set([
      ...tags.filter((tag) => !['details', 'summary', 'code', 'a'].includes(tag)),
      ...(prose.match(/(?:^|[^&\w"/])[@#](?=\w)/gm) ?? []),
      ...(ourAddresses.match(/\]\(|!\[|https?:\/\//g) ?? []),
      ...(prose.match(headings) ?? []),
    ]),
  ];
}

/**
 * Leaves out blocks of code as GitHub would: a fence ends at a line with at least as many signs and nothing else.
 *
 * @throws when a block does not end
 */
export function withoutBlocks(text: string): string {
  let fence: string | undefined;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const run = /^(`{3,})/.exec(line)?.[1];
    if (fence === undefined && run !== undefined) fence = run;
    else if (fence !== undefined) {
      if (run !== undefined && run.length >= fence.length && line.trim() === run) fence = undefined;
    } else kept.push(line);
  }
  if (fence !== undefined) throw new Error('a block of code does not end');
  return kept.join('\n');
}
