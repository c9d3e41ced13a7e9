import type { FilePath, Span } from '../../source/span.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { lineSpan } from '../verdict/line-span.ts';
import type { Endpoint } from './endpoint.ts';

/** A line of the author that registers an endpoint. */
interface RegisteringLine {
  readonly path: FilePath;
  readonly text: string;
  readonly line: number;
  /** The line with those that continue it. */
  readonly command: string;
}

const registers = /\bendpoints?\s+(?:run|https?|serve)\b/;
const mostFiles = 500;

/** Where the author wrote the command that registered an endpoint, told by the words that both share. */
export function placeOfEndpoint(world: RunWorld, endpoint: Endpoint): Span | undefined {
  const words = [...endpoint.command.split(/\s+/), ...endpoint.name.split('-')].filter(
    (word) => word.length > 1,
  );
  return best(registeringLines(world), ({ path, command }) => {
    const shared = words.filter((word) => command.includes(word)).length;
    return shared + (isBeside(world, path) ? 0.5 : 0);
  });
}

/** Where the author wrote a command that would have registered an endpoint: beside the workflow, else anywhere. */
export function placeOfRegistering(world: RunWorld): Span | undefined {
  const lines = registeringLines(world).filter(({ path }) => isBeside(world, path));
  return best(lines, () => 1);
}

function best(lines: readonly RegisteringLine[], score: (line: RegisteringLine) => number): Span | undefined {
  let found: RegisteringLine | undefined;
  let most = 0;
  for (const line of lines) {
    const points = score(line);
    if (points <= most) continue;
    most = points;
    found = line;
  }
  return found && lineSpan(found.path, found.text, found.line);
}

/** Whether a file stands in the workflow's folder or below it. */
function isBeside({ plan }: RunWorld, path: FilePath): boolean {
  const folder = plan.path.slice(0, plan.path.lastIndexOf('/') + 1);
  return path === plan.path || (folder !== '' && path.startsWith(folder) && !/\.ya?ml$/.test(path));
}

function registeringLines(world: RunWorld): readonly RegisteringLine[] {
  const { repository } = world.options;
  const paths = [
    world.plan.path,
    ...repository.paths.filter(
      (path) => path !== world.plan.path && /\.(?:sh|bash|ya?ml|template|in)$/.test(path),
    ),
  ];
  return paths.slice(0, mostFiles).flatMap((path) => {
    const content = repository.read(path);
    if (content.kind !== 'text' || !registers.test(content.text)) return [];
    const lines = content.text.split('\n');
    return lines.flatMap((line, index) => {
      if (/^\s*#/.test(line) || !registers.test(line)) return [];
      let command = line;
      for (let next = index + 1; /\\\s*$/.test(lines[next - 1] ?? '') && next < lines.length; next++) {
        command += `\n${lines[next]}`;
      }
      return [{ path, text: content.text, line: index + 1, command }];
    });
  });
}
