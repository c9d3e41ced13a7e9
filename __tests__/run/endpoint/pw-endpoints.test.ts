import { runForReal } from '../../support/real-run.ts';

/** Runs one step and gives what it wrote to its outputs. */
async function outputsOf(script: string) {
  const { record } = await runForReal({
    'workflows/x/workflow.yaml': `jobs:\n  main:\n    steps:\n      - run: |\n${script.replace(/^(?=.)/gm, '          ')}\n`,
  });
  return { record, outputs: record.jobs[0]?.outputs ?? {} };
}

const say = (name: string, command: string): string => `echo "${name}=$(${command})" >> $OUTPUTS\n`;
const until = (test: string): string => `until ${test}; do sleep 0.1; done\n`;
const ask = `curl -s -o answer.txt -w '%{http_code}' -H "Authorization: Bearer $PW_API_KEY"`;
const served = (name: string): string =>
  `pw endpoints list | awk -F '\\t' -v n=${name} '$1 == n { print $3 }'`;

describe('pw endpoints', () => {
  test('takes options in any order, and fills in the tokens of the command', async () => {
    const { outputs } = await outputsOf(
      `pw endpoints run --rewrite-host -s lab --openai -n notes --keep -- bash -c 'echo "RAN=$PW_ENDPOINT_NAME {port} $PORT $PW_ENDPOINT_PORT {host} $PW_ENDPOINT_HOST {path} $PW_ENDPOINT_PATH $PW_ENDPOINT_URL" >> $OUTPUTS; exec sleep 60' &\n` +
        until('grep -q RAN "$OUTPUTS"') +
        say('LIST', 'pw endpoints list') +
        say('JSON', 'pw endpoints list -o json') +
        'pw endpoints delete notes\n',
    );
    expect(outputs['RAN']).toMatch(/^notes (\d+) \1 \1 localhost localhost \/ \/ https:\/\/localhost:\d+$/);
    expect(outputs['LIST']).toMatch(/^notes\trunning\thttps:\/\/localhost:\d+$/);
    expect(JSON.parse(outputs['JSON'] ?? '')).toMatchObject([{ name: 'notes', status: 'running' }]);
  });

  test('answers as the front does: 503 while nothing listens, 307 for strangers, the service for its key', async () => {
    const { record, outputs } = await outputsOf(
      `mkdir site; echo hello > site/index.html
pw endpoints run --name late -- bash -c 'until [ -e go ]; do sleep 0.1; done; exec python3 -m http.server --directory site {port}' > late.log 2>&1 &
` +
        until('[ -n "$(pw endpoints list)" ]') +
        `url=$(${served('late')})\n` +
        say('CLOSED', `${ask} "$url"`) +
        'touch go\n' +
        until(`[ "$(${ask} "$url")" = 200 ]`) +
        say('BODY', 'cat answer.txt') +
        say('STRANGER', `curl -s -o answer.txt -w '%{http_code}' "$url"`) +
        say('WRONG', `curl -s -o answer.txt -w '%{http_code}' -H 'Authorization: Bearer x' "$url"`) +
        say(
          'PYTHON',
          `python3 -c 'import sys, urllib.request as u; print(u.urlopen(u.Request(sys.argv[1], headers={"Authorization": "Bearer " + sys.argv[2]})).status)' "$url" "$PW_API_KEY"`,
        ) +
        'pw endpoints delete late\n' +
        say('AFTER', 'pw endpoints list'),
    );
    expect(record.failure).toBeUndefined();
    expect(outputs).toEqual({
      CLOSED: '503',
      BODY: 'hello',
      STRANGER: '307',
      WRONG: '401',
      PYTHON: '200',
      AFTER: '',
    });
  });

  test('serves below a path of the platform, whole or stripped', async () => {
    const server = 'python3 -m http.server --directory site {port}';
    const { outputs } = await outputsOf(
      `mkdir -p "site/me/session/$PW_USER/whole"; echo whole > "site/me/session/$PW_USER/whole/index.html"; echo root > site/index.html
pw endpoints run -n whole --no-subdomain -- ${server} > a.log 2>&1 &
pw endpoints run --strip-path -n part --no-subdomain -- ${server} > b.log 2>&1 &
pw endpoints run --public -n open -- ${server} > c.log 2>&1 &
` +
        until('[ "$(pw endpoints list | wc -l)" = 3 ]') +
        say('PATH', served('whole')) +
        until(`[ "$(${ask} "https://$PW_PLATFORM_HOST$(${served('whole')})")" = 200 ]`) +
        say('WHOLE', 'cat answer.txt') +
        until(`[ "$(${ask} "https://$PW_PLATFORM_HOST$(${served('part')})")" = 200 ]`) +
        say('PART', 'cat answer.txt') +
        until(`[ "$(curl -s -o answer.txt -w '%{http_code}' "$(${served('open')})")" = 200 ]`) +
        'pw endpoints delete whole part open\n',
    );
    expect(outputs).toEqual({ PATH: '/me/session/user/whole/', WHOLE: 'whole', PART: 'root' });
  });

  test('registers a port that is there, serves a folder, and keeps what is to be kept', async () => {
    const { outputs } = await outputsOf(
      `mkdir site; echo hello > site/index.html; port=$(pw agent open-port)
python3 -m http.server --directory site "$port" > server.log 2>&1 & server=$!
pw endpoints http --name there "$port" > a.log 2>&1 &
pw endpoints serve site --name folder > b.log 2>&1 &
pw endpoints run --keep --name short -- true > c.log 2>&1
` +
        until(`[ "$(${ask} "$(${served('there')})")" = 200 ]`) +
        until(`[ "$(${ask} "$(${served('folder')})")" = 200 ]`) +
        say('KEPT', `pw endpoints list | awk -F '\\t' '$1 == "short" { print $2 }'`) +
        'pw endpoints delete there folder short\n' +
        say('SERVER', 'kill -0 "$server" && echo lives') +
        'kill "$server"\n',
    );
    expect(outputs).toEqual({ KEPT: 'stopped', SERVER: 'lives' });
  });

  test('refuses names that the platform refuses, and a name that is taken', async () => {
    const { outputs } = await outputsOf(
      say('CAPITALS', 'pw endpoints run --name Notes -- true 2>&1') +
        'pw endpoints run --name taken -- sleep 60 > a.log 2>&1 &\n' +
        until('[ -n "$(pw endpoints list)" ]') +
        say('TAKEN', 'pw endpoints run --name taken -- true 2>&1') +
        'pw endpoints delete taken\n' +
        say('ABSENT', 'pw endpoints delete taken 2>&1 || echo status $?'),
    );
    expect(outputs['CAPITALS']).toContain('only lowercase letters');
    expect(outputs['TAKEN']).toContain('already exists');
    expect(outputs['ABSENT']).toBe("Error: endpoint 'taken' not found");
  });

  test('ends a whole tree of processes with the endpoint', async () => {
    const { record, outputs } = await outputsOf(
      `pw endpoints run --name tree -- bash -c 'sleep 600 & setsid sleep 601 & python3 -m http.server {port} & wait' > tree.log 2>&1 &\n` +
        until(`[ "$(${ask} "$(${served('tree')})")" = 200 ]`) +
        'pw endpoints delete tree\n' +
        say('LEFT', 'pgrep -fc "sleep 60[01]" || :'),
    );
    expect(record.leftovers).toEqual([]);
    expect(outputs).toEqual({ LEFT: '0' });
  });
});

test('pw answers what scripts ask about the run and its surroundings', async () => {
  const { record, outputs } = await outputsOf(
    say('VERSION', 'pw --version') +
      say('RUNS', 'pw workflows runs list -o json') +
      say('CLUSTERS', 'pw cluster ls -o json') +
      say('CONTEXT', 'pw context list | tail -n 1 | cut -f 1') +
      say('KUBE', 'pw kube auth lab 2>&1; echo " $?"'),
  );
  expect(outputs['VERSION']).toMatch(/^pw version \d+/);
  expect(JSON.parse(outputs['RUNS'] ?? '')).toMatchObject([{ workflow: 'x', status: 'running' }]);
  expect(JSON.parse(outputs['CLUSTERS'] ?? '')).toMatchObject([{ name: 'local', status: 'active' }]);
  expect(outputs['CONTEXT']).toBe('local');
  expect(outputs['KUBE']).toContain('unsupported');
  expect(record.fidelity).toContainEqual(expect.objectContaining({ what: 'pw kube auth', how: 'skipped' }));
});
