import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { projectRoot } from './scratch.ts';

/** Actions of GitHub's that our workflows use, as far as they are played here: their inputs and their script. */
const scripts: Readonly<Record<string, (store: string) => string>> = {
  // `act` checks the repository itself out on its own; what comes here is the tool.
  'actions/checkout': () => `mkdir -p "$INPUT_PATH"
cp -r "${projectRoot}/dist" "${projectRoot}/integrations" "${projectRoot}/package.json" "$INPUT_PATH"`,
  'actions/upload-artifact': (store) => `case $INPUT_NAME in
  '' | *[/:\\\\\\"]*) echo "no name for an artifact: $INPUT_NAME"; exit 1 ;;
esac
[ -e "$INPUT_PATH" ] || exit 0
if [ -e "${store}/$INPUT_NAME" ] && [ "$INPUT_OVERWRITE" != true ]; then exit 1; fi
mkdir -p "${store}/$INPUT_NAME"
if [ -d "$INPUT_PATH" ]; then cp -r "$INPUT_PATH/." "${store}/$INPUT_NAME"; else cp "$INPUT_PATH" "${store}/$INPUT_NAME"; fi`,
  'github/codeql-action/upload-sarif': (store) => `mkdir -p "${store}/sarif"
cp "$INPUT_SARIF_FILE" "${store}/sarif/$(printf '%s' "$INPUT_CATEGORY" | tr / -).sarif"`,
  'actions/download-artifact': (store) => `mkdir -p "$INPUT_PATH"
for artifact in "${store}"/$INPUT_PATTERN; do
  [ ! -d "$artifact" ] || cp -r "$artifact/." "$INPUT_PATH"
done`,
};

const inputs = [
  'path',
  'name',
  'pattern',
  'overwrite',
  'repository',
  'ref',
  'token',
  'sarif_file',
  'category',
] as const;

/**
 * Writes actions that stand in for those of GitHub that a workflow names, because nothing can be fetched: artifacts go
 * to a folder. Gives the words that make `act` take them.
 */
export function standInActions(scratch: string, workflow: string): readonly string[] {
  const text = readFileSync(workflow, 'utf8');
  const named = new Set(
    [...text.matchAll(/uses: ([a-z-]+\/[a-z-]+(?:\/[a-z-]+)?@[0-9a-f]{40})/g)].map((match) => match[1] ?? ''),
  );
  return [...named].flatMap((reference) => {
    const name = reference.split('@')[0] ?? '';
    const script = scripts[name];
    if (script === undefined) throw new Error(`nothing stands in for ${name}`);
    const folder = join(scratch, 'actions', name);
    mkdirSync(folder, { recursive: true });
    mkdirSync(artifacts(scratch), { recursive: true });
    const action = {
      name,
      description: name,
      inputs: Object.fromEntries(inputs.map((input) => [input, { description: input, default: '' }])),
      runs: {
        using: 'composite',
        steps: [
          {
            shell: 'bash',
            env: Object.fromEntries(
              inputs.map((input) => [`INPUT_${input.toUpperCase()}`, `\${{ inputs.${input} }}`]),
            ),
            run: script(artifacts(scratch)),
          },
        ],
      },
    };
    writeFileSync(join(folder, 'action.yml'), stringify(action));
    const [owner = '', repository = ''] = name.split('/');
    const [, commit = ''] = reference.split('@');
    const home = join(scratch, 'actions', owner, repository);
    return ['--local-repository', `${owner}/${repository}@${commit}=${home}`];
  });
}

/** Where the stand-ins keep artifacts, each in a folder of its name. */
export function artifacts(scratch: string): string {
  return join(scratch, 'artifacts');
}
