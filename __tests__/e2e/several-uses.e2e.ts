import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, installAction, runAct } from './support/act.ts';
import { requestFaults } from './support/github-description.ts';
import { withGithub } from './support/github-http.ts';
import { githubStore } from './support/github-store.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

const folders = ['модели', '模型 サービス'] as const;

/** A repository with two folders of workflows (`root: true` stands in their configuration), each with a fault that can be repaired on a line of the change. */
async function monorepo(scratch: string): Promise<{ root: string; base: string; head: string }> {
  const root = copyExamples(scratch, ['hello-world']);
  installAction(root);
  for (const folder of folders) {
    mkdirSync(join(root, folder));
    for (const part of ['workflows', 'utils', '.pw-workflow-check.yaml'])
      cpSync(join(root, part), join(root, folder, part), { recursive: true });
  }
  rmSync(join(root, 'workflows'), { recursive: true });
  const use = (id: string, inputs: Readonly<Record<string, string>>) => ({
    id,
    if: 'always()',
    uses: './.pw-workflow-check',
    with: {
      command: 'lint',
      'check-run': 'true',
      comment: 'always',
      suggestions: 'true',
      'sarif-file': `${scratch}/out/${id}.sarif`,
      ...inputs,
    },
  });
  mkdirSync(join(root, '.github/workflows'), { recursive: true });
  writeFileSync(
    join(root, '.github/workflows/check.yml'),
    JSON.stringify({
      on: ['pull_request'],
      permissions: { contents: 'read' },
      jobs: {
        check: {
          'runs-on': 'ubuntu-latest',
          steps: [
            { uses: 'actions/checkout@v6' },
            use('first', { path: folders[0] }),
            use('second', { path: folders[1] }),
            use('third', { path: folders[0], name: 'строго', 'fail-on': 'note' }),
            { if: 'always()', run: `cp -r "$RUNNER_TEMP/pw-workflow-check" "${scratch}/out/kept"` },
          ],
        },
      },
    }),
  );
  const base = await commitAll(root, 'base');
  for (const folder of folders) {
    const path = join(root, folder, 'workflows/hello-world/workflow.yaml');
    const text = readFileSync(path, 'utf8');
    const changed = text.replace('target: ${{ inputs.resource.id }}', 'target: ${{ inputs.resorce.id }}');
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  }
  return { root, base, head: await commitAll(root, 'head') };
}

test('three uses in one job, in folders of other alphabets, leave everything of each other as it is', async () => {
  const { answer, checkRuns, comments, reviewComments } = githubStore();
  await withGithub(answer, async (address, requests) => {
    await inScratch(async (scratch) => {
      const { root, base, head } = await monorepo(scratch);
      mkdirSync(join(scratch, 'out'));
      const side = (sha: string, ref: string) => ({ sha, ref, repo: { full_name: 'org/sample' } });
      const repository = { full_name: 'org/sample', default_branch: 'main' };
      const payload = {
        number: 7,
        pull_request: { number: 7, head: side(head, 'change'), base: side(base, 'main') },
        repository,
      };
      const order = {
        scratch,
        repository: root,
        event: 'pull_request',
        payload,
        args: ['-s', 'GITHUB_TOKEN=secret-token', '--env', `GITHUB_API_URL=${address}`],
      };
      const job = await runAct(order);
      const names = [folders[0], folders[1], 'строго'].map((name) =>
        name === 'строго' ? name : `${name} (lint)`,
      );
      expect(requests.flatMap(requestFaults)).toEqual([]);
      expect(checkRuns.map((run) => run['name'])).toEqual(names.map((name) => `pw-workflow-check: ${name}`));
      const bodies = comments.map((one) => String(one['body']));
      expect(bodies.map((body) => /^## .* pw-workflow-check: (.*)$/m.exec(body)?.[1])).toEqual(
        names.map((name) => name.replaceAll('(', '&#40;').replaceAll(')', '&#41;')),
      );
      const annotated = job.annotations.flatMap((one) => one.properties['file'] ?? []);
      const linked = [...bodies.join('').matchAll(/\/blob\/[0-9a-f]{40}\/([^"#]+)#L/g)].map((match) =>
        decodeURIComponent(match[1] ?? ''),
      );
      expect(annotated.length).toBeGreaterThan(2);
      expect(new Set(linked)).toEqual(new Set(annotated));
      for (const path of annotated) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
      expect(reviewComments.map((one) => one['path'])).toEqual(
        [folders[0], folders[1], folders[0]].map((folder) => `${folder}/workflows/hello-world/workflow.yaml`),
      );
      const kept = readdirSync(join(scratch, 'out/kept'), { recursive: true }).map(String);
      expect(kept.filter((path) => path.endsWith('/report.json'))).toHaveLength(3);
      for (const [id, folder] of [
        ['first', folders[0]],
        ['second', folders[1]],
        ['third', folders[0]],
      ] as const) {
        const sarif = JSON.parse(readFileSync(join(scratch, 'out', `${id}.sarif`), 'utf8'));
        const uris: readonly string[] = sarif.runs[0].results.map(
          (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
            decodeURIComponent(result.locations[0]?.physicalLocation.artifactLocation.uri ?? ''),
        );
        expect(uris.length).toBeGreaterThan(0);
        for (const uri of uris) {
          expect(uri.startsWith(`${folder}/`)).toBe(true);
          expect([uri, existsSync(join(root, uri))]).toEqual([uri, true]);
        }
      }
    });
  });
});
