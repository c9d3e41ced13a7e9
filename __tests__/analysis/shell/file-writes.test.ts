import { fileWrites } from '../../../src/analysis/shell/file-writes.ts';

test.each([
  ['echo $! > server.pid', ['server.pid']],
  ['(serve & echo $! >> run/server.pid)', ['server.pid']],
  ['echo "$(serve & echo $! >| "$DIR/server.pid")"', ['server.pid']],
  ['>a.pid echo; x 2>&1', ['a.pid']],
  ['echo $! | tee -a job.id | cat', ['job.id']],
  ['nginx --pidfile=run/nginx.pid; serve --pid x.pid', ['nginx.pid', 'x.pid']],
  ['docker run --cidfile "$DIR/cid" image', ['cid']],
  ['echo $! > "$(hostname).pid"', ['$(hostname).pid']],
  ['x=$(<server.pid) && kill "$(cat server.pid)"', []],
  ['cat <> both', []],
])('%j writes to %j', (text, names) => {
  const found = fileWrites(text);
  expect(found.map(({ name }) => name)).toEqual(names);
  expect(found.map(({ name, start }) => text.slice(start, start + name.length))).toEqual(names);
});
