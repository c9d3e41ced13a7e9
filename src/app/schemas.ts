import config from '../../schemas/config.schema.json' with { type: 'json' };
import report from '../../schemas/report.schema.json' with { type: 'json' };
import workflow from '../../schemas/workflow.schema.json' with { type: 'json' };

/** The published JSON Schemas by name. */
export const schemas: Readonly<Record<'workflow' | 'config' | 'report', object>> = {
  workflow,
  config,
  report,
};
