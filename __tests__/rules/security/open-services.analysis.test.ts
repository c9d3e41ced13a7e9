import { openServices } from '../../../src/rules/security/open-services.analysis.ts';
import { openBlock } from '../../analysis/block.ts';

function servicesIn(run: string): readonly string[] {
  const { script, context, textAt } = openBlock(run);
  return context
    .ask(openServices, script)
    .map(({ service, start, end }) => `${service}: ${textAt(start, end)}`);
}

describe('openServices', () => {
  test.each([
    ["jupyter lab --ip=0.0.0.0 --ServerApp.token=''", "Jupyter: --ServerApp.token=''"],
    ['python3 -m notebook --ip=$(hostname) --NotebookApp.token=', 'Jupyter: --NotebookApp.token='],
    ['code-server --auth none --bind-addr 0.0.0.0:8080', 'code-server: --auth none'],
    ['vncserver :1 -SecurityTypes None', 'a VNC server: -SecurityTypes None'],
    ['${vnc} ${DISPLAY} -SecurityTypes=None -rfbport 5901; ls', 'a VNC server: -SecurityTypes=None'],
    ['/opt/TurboVNC/bin/vncserver -securitytypes none -localhost no', 'a VNC server: -securitytypes none'],
    ['x11vnc -nopw -forever', 'x11vnc: -nopw'],
    ['cmd="${kasm} :1 -disableBasicAuth -websocketPort 1"', 'KasmVNC: -disableBasicAuth'],
    [
      'cat > vnc.sh <<END\n#!/bin/bash\nvncserver :1 \\\n  -SecurityTypes None\nEND',
      'a VNC server: -SecurityTypes None',
    ],
    ['rserver --auth-none=1 --www-port=8787', 'RStudio Server: --auth-none=1'],
    ['ttyd -p 7681 bash', 'ttyd: ttyd'],
    ['serve --no-auth --host 0.0.0.0', 'the service: --no-auth'],
  ])('sees %j', (run, expected) => {
    expect(servicesIn(run)).toEqual([expected]);
  });

  test.each([
    ["jupyter lab --ServerApp.token=''"],
    ["jupyter lab --ip=127.0.0.1 --ServerApp.token=''"],
    ['jupyter lab --ip=0.0.0.0 --ServerApp.token=\'\' --ServerApp.password="$hash"'],
    ['jupyter lab --ip=0.0.0.0 --ServerApp.token="$token"'],
    ['code-server --auth none'],
    ['code-server --auth none --bind-addr 127.0.0.1:8080'],
    ['code-server --auth password --bind-addr 0.0.0.0:8080'],
    ['vncserver :1 -localhost -SecurityTypes None'],
    ['vncserver :1 -SecurityTypes VncAuth'],
    ['x11vnc -nopw -localhost'],
    ['ttyd -c "$user:$password" bash'],
    ['ttyd --version'],
    ['serve --no-auth --host localhost'],
    ['# vncserver -SecurityTypes None'],
    ['echo "start it with -nopw"'],
  ])('is silent on %j', (run) => {
    expect(servicesIn(run)).toEqual([]);
  });
});
