import { lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { type SessionExampleChanges, sessionExample } from '../../src/rules/examples/session-example.ts';

const markers =
  'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n';

async function saidAbout(changes: SessionExampleChanges) {
  const { workspace } = openWorkspace(memoryFiles(sessionExample(changes)));
  const { diagnostics, faults } = await lintWorkspace(workspace);
  expect(faults).toEqual([]);
  return diagnostics.map((diagnostic) => `${diagnostic.rule}: ${diagnostic.message}`);
}

function starting(text: string): SessionExampleChanges {
  return { files: { 'workflows/hello/start.sh': `#!/bin/bash\n${markers}${text}` } };
}

describe("the common patterns of the platform's guide", () => {
  test('a container with a bind mount says nothing', async () => {
    const text = 'apptainer exec --bind "$PWD" "$HOME/image.sif" python -m http.server "$port"\n';
    expect(await saidAbout(starting(text))).toEqual([]);
  });

  test('a background process with clean-up says nothing', async () => {
    const text =
      'cleanup() {\n    kill $PID 2>/dev/null\n}\ntrap cleanup EXIT\n\npython -m my_service &\nPID=$!\nwait $PID\n';
    expect(await saidAbout(starting(text))).toEqual([]);
  });

  test('a service that takes the place of the script says nothing', async () => {
    const text = 'exec python -m http.server "$port" > "run.${PW_JOB_ID}.out" 2>&1\n';
    expect(await saidAbout(starting(text))).toEqual([]);
  });

  test('a health check of its own says nothing', async () => {
    const wait = `for attempt in $(seq 100); do
  [ -f job.started ] && break
  sleep 3
done
HOSTNAME=$(cat HOSTNAME)
SESSION_PORT=$(cat SESSION_PORT)
while ! curl -f http://\${HOSTNAME}:\${SESSION_PORT}/health; do
    sleep 3
done
echo "HOSTNAME=\${HOSTNAME}" >> $OUTPUTS
echo "SESSION_PORT=\${SESSION_PORT}" >> $OUTPUTS
`;
    expect(await saidAbout({ files: { 'utils/wait_service.sh': wait } })).toEqual([]);
  });
});
