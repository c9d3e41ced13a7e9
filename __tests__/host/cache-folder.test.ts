import { userInfo } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../src/host/cache-folder.ts';

const { HOME, XDG_CACHE_HOME } = process.env;
afterEach(() => {
  for (const [name, value] of Object.entries({ HOME, XDG_CACHE_HOME })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

test.each([
  ['/elsewhere', '/home/x', '/elsewhere/pw-workflow-check'],
  ['', '/home/x', '/home/x/.cache/pw-workflow-check'],
  ['', '', join(userInfo().homedir, '.cache/pw-workflow-check')],
])('with XDG_CACHE_HOME %j and HOME %j it is %j', (cache, home, folder) => {
  process.env['XDG_CACHE_HOME'] = cache;
  process.env['HOME'] = home;
  expect(cacheFolder()).toBe(folder);
});
