import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Joins the chunks that a command of a bundled program loads into the first of them. A file more costs a lint the
 * opening, the reading and the checking of what is kept of it; and a text of more than a million characters Node leaves
 * outside of V8's heap, where the garbage collector does not move it about.
 *
 * @param folder where the program and its chunks are
 * @param program the text of the program
 * @param command the word of the command line by which the command is found in the program
 * @throws when a chunk would be missed: another command loads one of them, but not the first
 */
export function joinChunks(folder: string, program: string, command: string): void {
  const lists = [...program.matchAll(/(?:\w+\.e\(\d+\)[,\s]*)+/g)].map((list) => ({
    at: list.index,
    chunks: [...list[0].matchAll(/\.e\((\d+)\)/g)].map(([, chunk = '']) => chunk),
  }));
  const place = program.search(new RegExp(`case\\s*['"]${command}['"]`));
  const [first, ...others] = lists.find(({ at }) => place !== -1 && at > place)?.chunks ?? [];
  if (first === undefined) throw new Error(`no chunks of the command "${command}" were found in the program`);
  for (const { chunks } of lists)
    if (!chunks.includes(first) && chunks.some((chunk) => others.includes(chunk)))
      throw new Error(
        `chunk ${first} is not loaded where ${chunks.join(', ')} are, so they cannot be joined`,
      );
  const fileOf = (chunk: string): string => join(folder, `${chunk}.index.js`);
  const parts = [first, ...others].map(
    (chunk) =>
      `(function(exports){${readFileSync(fileOf(chunk), 'utf8')}\n})(part={});exports.ids.push(...part.ids);Object.assign(exports.modules,part.modules);\n`,
  );
  writeFileSync(
    fileOf(first),
    `exports.id=${first};exports.ids=[];exports.modules={};let part;\n${parts.join('')}`,
  );
  for (const chunk of others) rmSync(fileOf(chunk));
}
