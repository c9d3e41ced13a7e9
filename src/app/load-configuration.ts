import {
  type Configuration,
  configurationNames,
  usualConfiguration,
} from '../lint/configuration/configuration.ts';
import { readConfiguration } from '../lint/configuration/read-configuration.ts';
import { rules } from '../rules/index.generated.ts';
import { lineIndex } from '../source/line-index.ts';
import type { SourceFile } from '../source/source-file.ts';
import { filePath } from '../source/span.ts';
import type { World } from './world.ts';

/** The configuration of a request, or what is wrong with it (exit status 2). */
export type LoadedConfiguration =
  | { readonly kind: 'configuration'; readonly configuration: Configuration }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the configuration that was named, else the repository's own, else gives what holds without one. */
export function loadConfiguration(
  named: string | undefined,
  world: Pick<World, 'files' | 'readNamed'>,
): LoadedConfiguration {
  if (named !== undefined) {
    const content = world.readNamed(named);
    if (content.kind === 'text') return understood({ path: filePath(named), text: content.text });
    return { kind: 'refused', message: `the configuration "${named}" cannot be read: ${content.message}` };
  }
  for (const name of configurationNames) {
    const path = filePath(name);
    if (world.files.kindOf(path) === 'missing') continue;
    const content = world.files.read(path);
    if (content.kind === 'text') return understood({ path, text: content.text });
    return { kind: 'refused', message: `${name} cannot be read: ${content.message}` };
  }
  return { kind: 'configuration', configuration: usualConfiguration };
}

function understood(file: SourceFile): LoadedConfiguration {
  const { configuration, faults } = readConfiguration(
    file,
    rules.map((rule) => rule.meta.id),
  );
  if (faults.length === 0) return { kind: 'configuration', configuration };
  const lines = lineIndex(file.text);
  const messages = faults.map((fault) => {
    const { line, column } = lines.placeOf(fault.at.start);
    const help = fault.help === undefined ? '' : `: ${fault.help}`;
    return `${file.path}:${line}:${column}: ${fault.message}${help}`;
  });
  return { kind: 'refused', message: messages.join('\n') };
}
