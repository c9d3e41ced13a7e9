import type { AnalysisContext } from '../../analysis/analysis.ts';
import { loopbackPattern, openServiceFacts } from '../../facts/tables/programs/open-services.ts';
import type { Script } from '../../model/script.ts';
import { invocations } from './invocations.analysis.ts';

/** A service that is started so that everybody who reaches its port may use it. */
export interface OpenService {
  /** The program, as people call it. */
  readonly service: string;
  /** The option that takes the authentication away, as written. */
  readonly option: string;
  /** Whether it surely listens to other machines; some distributions start a VNC server on the loopback address. */
  readonly isExposed: boolean;
  readonly start: number;
  readonly end: number;
}

// A container whose port is published on the loopback address alone.
const publishedLocally = new RegExp(`\\s(-p|--publish)[= ]?["']?${loopbackPattern}:`);

/** The services that a script starts without authentication where other machines can reach them. */
export function openServices(script: Script, context: AnalysisContext): readonly OpenService[] {
  const found = new Map<number, OpenService>();
  for (const { text, start } of context.ask(invocations, script)) {
    for (const { service, named, open, closed, exposed, surelyExposed } of openServiceFacts) {
      if (!named.test(text)) continue;
      const match = open.exec(text);
      if (
        match === null ||
        closed.test(text) ||
        publishedLocally.test(text) ||
        (exposed !== undefined && !exposed.test(text))
      )
        continue;
      const option = match[0].trim();
      const at = start + match.index + match[0].length - match[0].trimStart().length;
      const isExposed = surelyExposed?.test(text) ?? true;
      if (!found.has(at)) found.set(at, { service, option, isExposed, start: at, end: at + option.length });
    }
  }
  return [...found.values()];
}
