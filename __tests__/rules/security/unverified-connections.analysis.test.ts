import { unverifiedConnections } from '../../../src/rules/security/unverified-connections.analysis.ts';
import { openBlock } from '../../analysis/block.ts';

function optionsIn(run: string): readonly string[] {
  const { script, context } = openBlock(run);
  return context.ask(unverifiedConnections, script).map(({ option }) => option);
}

describe('unverifiedConnections', () => {
  test.each([
    ['curl -k https://example.com/a', '-k'],
    ['curl -fsSkL https://example.com/a', '-fsSkL'],
    ['wget --no-check-certificate https://example.com/a', '--no-check-certificate'],
    ['url=https://example.com/a\nwget --no-check-certificate "$url"', '--no-check-certificate'],
    ['git -c http.sslVerify=false clone https://example.com/a', 'http.sslVerify=false'],
    ['git config --global http.sslVerify false', 'http.sslVerify'],
    ['export GIT_SSL_NO_VERIFY=1', 'GIT_SSL_NO_VERIFY=1'],
    ['NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js', 'NODE_TLS_REJECT_UNAUTHORIZED=0'],
    ['pip install --trusted-host pypi.org a', '--trusted-host'],
    ['conda config --set ssl_verify no', 'ssl_verify'],
    ['npm config set strict-ssl false', 'strict-ssl'],
    ['python3 - <<END\nimport requests\nrequests.get(url, verify=False)\nEND', 'verify=False'],
  ])('sees %j', (run, option) => {
    expect(optionsIn(run)).toEqual([option]);
  });

  test.each([
    ['curl -k https://localhost:8443/'],
    ['curl -k "https://${HOSTNAME}:${SESSION_PORT}/"'],
    ['curl -k https://10.0.0.4/'],
    ['curl -k https://node-1:8443/'],
    ['curl -H key:value https://example.com/-k'],
    ['curl https://example.com/a | tar -k -x'],
    ['wget --no-check-certificate "$url"'],
    ['git config http.sslVerify true'],
    ['unset GIT_SSL_NO_VERIFY'],
    ['export GIT_SSL_NO_VERIFY=0'],
    ['npm config set strict-ssl true'],
    ['python3 - <<END\nimport requests\nrequests.get("https://localhost", verify=False)\nEND'],
    ['tool --verify=False'],
  ])('is silent on %j', (run) => {
    expect(optionsIn(run)).toEqual([]);
  });
});
