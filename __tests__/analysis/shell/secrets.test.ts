import { isSecretName, secretsInScript } from '../../../src/analysis/shell/secrets.ts';
import { secretInArguments } from '../../../src/rules/security/secret-in-arguments.ts';
import { openBlock } from '../block.ts';

const inputs = `pass:
  type: password
user:
  type: string
hf_token:
  type: string
`;

function secretsIn(run: string, env = ''): readonly string[] {
  const { script, context, textAt } = openBlock(run, { inputs, env });
  return context
    .ask(secretsInScript, script)
    .map(({ occurrence, what }) => `${textAt(occurrence.start, occurrence.end)}: ${what}`);
}

describe('isSecretName', () => {
  test.each(['password', 'db_password', 'hfToken', 'api-key', 'PW_API_KEY', 'access_key'])(
    'knows %s',
    (name) => {
      expect(isSecretName(name)).toBe(true);
    },
  );
  test.each(['token_format', 'max_tokens', 'keyboard', 'passenger', 'monkey', 'partition'])(
    'leaves %s alone',
    (name) => {
      expect(isSecretName(name)).toBe(false);
    },
  );
});

describe('secretsInScript', () => {
  test('finds passwords, personal variables and fields named like secrets', () => {
    expect(
      secretsIn('use ${{ inputs.pass }} ${{ inputs.user }} ${{ var.KEY }} ${{ inputs.hf_token }}'),
    ).toEqual([
      '${{ inputs.pass }}: the password "inputs.pass"',
      '${{ var.KEY }}: the personal variable "var.KEY"',
      '${{ inputs.hf_token }}: "inputs.hf_token"',
    ]);
  });

  test('leaves a secret alone that is only compared', () => {
    expect(secretsIn("use ${{ inputs.pass == '' }} ${{ inputs.pass && 'given' }}")).toEqual([]);
  });

  test('follows variables, those of env too', () => {
    expect(secretsIn('b="x$a"\nuse "$b" "$c"', 'a: ${{ inputs.pass }}')).toEqual([
      '$a: the password "inputs.pass"',
      '$b: the password "inputs.pass"',
    ]);
  });

  test('takes a fresh random text in a variable named like a secret for one', () => {
    expect(secretsIn('password=$(openssl rand -hex 8)\nuse "$password"')).toEqual([
      '$password: the secret "password"',
    ]);
    expect(secretsIn('token=$(hostname)\nuse "$token"')).toEqual([]);
  });

  test('knows the key of the platform, and what does not show it', () => {
    expect(secretsIn('use "$PW_API_KEY" "${PW_API_KEY:+set}"')).toEqual(['$PW_API_KEY: PW_API_KEY']);
  });
});

describe('secret-in-arguments', () => {
  function spokenOn(run: string): number {
    const { script, context } = openBlock(run, { inputs });
    return [...secretInArguments.check({ script, file: undefined }, context)].length;
  }
  test.each([
    ['tool --token "${{ inputs.pass }}"', 1],
    ['curl -H "Authorization: Basic $(echo "$PW_API_KEY" | base64)" https://example.com', 1],
    ['export TOKEN="${{ inputs.pass }}"', 0],
    ['TOKEN="${{ inputs.pass }}" tool', 0],
    ['tool <<< "${{ inputs.pass }}"', 0],
    ['echo "${{ inputs.pass }}" | tool --stdin', 0],
    ['[ -n "${{ inputs.pass }}" ] && tool', 0],
    ['use() { tool; }\nuse "${{ inputs.pass }}"', 0],
  ])('of %j', (run, count) => {
    expect(spokenOn(run)).toBe(count);
  });
});
