import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A repository of workflows that run one command each; gives its root. */
export function smallWorkflows(scratch: string, count: number): string {
  const root = join(scratch, 'repository');
  for (let index = 0; index < count; index++) {
    const folder = join(root, `workflows/w${index}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'workflow.yaml'), 'jobs: {a: {steps: [{run: "true"}]}}\n');
  }
  return root;
}
