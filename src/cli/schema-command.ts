import config from '../../schemas/config.schema.json' with { type: 'json' };
import report from '../../schemas/report.schema.json' with { type: 'json' };
import workflow from '../../schemas/workflow.schema.json' with { type: 'json' };
import type { CommandLine } from './arguments.ts';
import type { Streams } from './streams.ts';

/** The published JSON Schemas by name. */
const schemas: Readonly<Record<'workflow' | 'config' | 'report', object>> = {
  workflow,
  config,
  report,
};

/** Carries out `schema`. */
export async function schemaCommand(line: CommandLine, streams: Streams): Promise<number> {
  const [name = 'workflow', second] = line.operands;
  const schema = Object.hasOwn(schemas, name) ? schemas[name as keyof typeof schemas] : undefined;
  if (schema === undefined || second !== undefined) {
    streams.talk(
      `pw-workflow-check: there is no schema "${line.operands.join(' ')}": expected workflow, config or report\n`,
    );
    return 2;
  }
  streams.print(`${JSON.stringify(schema, undefined, 2)}\n`);
  return 0;
}
