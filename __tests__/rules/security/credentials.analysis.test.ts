import { credentialsIn } from '../../../src/rules/security/credentials.analysis.ts';

// Put together here, so that no scanner takes this file for a leak.
const join = (...parts: readonly string[]): string => parts.join('');

describe('credentialsIn', () => {
  test.each([
    [join('AKIA', 'QWERTYUIOPASDFGH'), 'an access key of AWS'],
    [join('gh', 'p_', 'a1B2'.repeat(9)), 'a token of GitHub'],
    [join('glp', 'at-', 'a1B2c3D4e5F6g7H8i9J0'), 'a token of GitLab'],
    [join('h', 'f_', 'aBcDeFgHiJ'.repeat(3), 'aBcD'), 'a token of Hugging Face'],
    [join('-----BEGIN ', 'PRIVATE KEY-----\n', 'A'.repeat(64)), 'a private key'],
  ])('knows the format of %j', (text, what) => {
    const found = credentialsIn(`key: ${text} # end`);
    expect(found.map((each) => each.what)).toEqual([what]);
    expect(found[0]?.start).toBe(5);
  });

  test('marks the password of an address alone', () => {
    const text = 'git clone https://robot:x7Kp2mQ9@example.com/repo.git';
    expect(credentialsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['x7Kp2mQ9']);
  });

  test.each([
    'https://user:password@example.com',
    'https://${USER}:${TOKEN}@example.com',
    'https://<user>:<token>@example.com',
    'https://robot:${{ inputs.token }}@example.com',
    join('AKIA', 'IOSFODNN7EXAMPLE'),
    'git@github.com:org/repo.git',
    'http://localhost:8080/a@b',
    join('-----BEGIN ', 'PRIVATE KEY-----\n...'),
  ])('leaves %j alone', (text) => {
    expect(credentialsIn(text)).toEqual([]);
  });

  test('looks at a long line once', () => {
    expect(credentialsIn('a+'.repeat(50_000))).toEqual([]);
    expect(credentialsIn(`x://${'a:'.repeat(50_000)}`)).toEqual([]);
  });
});
