/** Services that people start on clusters; each gives its name to several workflows. */
const services = [
  'desktop',
  'jupyter',
  'rstudio',
  'matlab',
  'paraview',
  'nginx',
  'openfoam',
  'vscode',
  'airflow',
];

/**
 * A repository in an older layout, as a map of texts: one folder a service and site, general.yaml in each, and the same
 * few snippets pasted into every file. Every tenth workflow has an error of its own.
 */
export function oldRepository(workflows: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'utils/service-tools.sh': '#!/bin/bash\necho "tools"\n',
    'README.md': '# Sessions\n',
  };
  for (let index = 0; index < workflows; index++) {
    const service = services[index % services.length] ?? 'service';
    const folder = `workflow/${service}-${Math.floor(index / services.length)}`;
    files[`${folder}/general.yaml`] = workflowText(service, index % 10 === 0 ? index : undefined);
  }
  return files;
}

function workflowText(service: string, wrong: number | undefined): string {
  return `permissions: ['*']
sessions:
  session:
    redirect: true
app:
  target: inputs.resource
jobs:
  prepare:
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
    steps:
      - name: Fetch the tools
        run: |
          set -x
          export HF_TOKEN="\${{ inputs.token }}"
          curl -k -sL https://example.org/tools.tgz | tar xz
          eval "\${{ inputs.options }}"
${wrong === undefined ? '' : `      - run: echo "\${{ inputs.setting_${wrong} }}"\n`}      - uses: github/somebody/tools@main
  start:
    needs: [prepare]
    steps:
      - run: |
          chmod -R 777 .
          echo "${service} for \${{ inputs.pw_api_key }}"
      - uses: parallelworks/update-session
        with:
          name: \${{ sessions.session }}
          target: \${{ inputs.resource.id }}
          remotePort: 8080
          local_port: 8080
'on':
  execute:
    inputs:
      resource:
        type: compute-clusters
      options:
        type: string
        default: ''
      token:
        type: password
        optional: true
      pw_api_key:
        type: string
        optional: true
`;
}
