/**
 * A session workflow of real size, about 300 lines, for measuring: the guide's jobs, a form with groups for both
 * schedulers, a service's own fields and helper jobs. `seed` changes names, counts and texts, so that no two are equal.
 */
export function sampleWorkflow(seed: number): string {
  const service = `service${seed}`;
  const fields = Array.from(
    { length: 6 + (seed % 5) },
    (_, index) => `option_${(seed * 7 + index) % 97}_${index}`,
  );
  return [
    head(service),
    ...['preprocessing', 'session_runner', 'wait_for_service', 'update_session'].map((job) =>
      jobs[job]?.(service, fields),
    ),
    ...Array.from({ length: 1 + (seed % 3) }, (_, index) => helperJob(service, fields, index)),
    form(service, fields),
  ].join('');
}

const busy = (scheduler: string): string =>
  `\${{ inputs.submit_to_scheduler != true || inputs.resource.schedulerType != '${scheduler}' }}`;

function head(service: string): string {
  return `# yaml-language-server: $schema=https://activate.parallel.works/workflow.schema.json
---
# ${service}: starts the service on a cluster and opens a session to it

permissions:
  - "*"

sessions:
  session:
    redirect: true

jobs:
`;
}

const jobs: Readonly<Record<string, (service: string, fields: readonly string[]) => string>> = {
  preprocessing: (service, fields) => `  # brings the scripts to the cluster and prepares the job directory
  preprocessing:
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
    steps:
      - name: Checkout service scripts
        uses: parallelworks/checkout
        with:
          repo: https://github.com/example/sessions.git
          branch: v1.0.0
          sparse_checkout:
            - workflows/${service}
            - utils

      - name: Write the settings of ${service}
        run: |
          set -e
          mkdir -p "\${PW_PARENT_JOB_DIR}/${service}"
          cat > "\${PW_PARENT_JOB_DIR}/${service}/settings.env" <<'SETTINGS'
${fields.map((field) => `          ${field.toUpperCase()}='\${{ inputs.${service}.${field} }}'\n`).join('')}          SETTINGS
          if [ -s "\${PW_PARENT_JOB_DIR}/${service}/settings.env" ]; then
            echo "settings of ${service} are written"
          else
            echo "settings of ${service} are missing" >&2
            exit 1
          fi

      - name: Run controller setup
        run: |
          set -e
          cd workflows/${service}
          export PW_SESSION_NAME="\${{ sessions.session }}"
          for attempt in 1 2 3; do
            if bash setup.sh; then
              break
            fi
            sleep "\${attempt}"
          done

`,
  session_runner: (service) => `  # runs start.sh on a compute node, or on the login node
  session_runner:
    needs: [preprocessing]
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
    steps:
      - name: Submit session script
        early-cancel: any-job-failed
        uses: marketplace/job_runner/v4.0
        with:
          resource: \${{ inputs.resource }}
          rundir: "\${PW_PARENT_JOB_DIR}"
          scheduler: \${{ inputs.submit_to_scheduler }}
          inject_markers: false
          slurm:
            is_disabled: ${busy('slurm')}
            account: \${{ inputs.slurm.account }}
            partition: \${{ inputs.slurm.partition }}
            qos: \${{ inputs.slurm.qos }}
            time: \${{ inputs.slurm.time }}
            cpus_per_task: \${{ inputs.slurm.cpus_per_task }}
            scheduler_directives: |
              \${{ inputs.slurm.scheduler_directives }}
          pbs:
            is_disabled: ${busy('pbs')}
            account: \${{ inputs.pbs.account }}
            queue: \${{ inputs.pbs.queue }}
            walltime: \${{ inputs.pbs.walltime }}
            scheduler_directives: |
              \${{ inputs.pbs.scheduler_directives }}
          use_existing_script: true
          script_path: "\${PW_PARENT_JOB_DIR}/workflows/${service}/start.sh"

`,
  wait_for_service: (service) => `  # waits until ${service} answers
  wait_for_service:
    needs: [preprocessing]
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
    steps:
      - name: Wait for ${service}
        early-cancel: any-job-failed
        run: source utils/wait_service.sh

`,
  update_session: (service) => `  # routes the session to ${service}
  update_session:
    needs: [preprocessing, wait_for_service]
    steps:
      - name: Update session
        uses: parallelworks/update-session
        with:
          target: \${{ inputs.resource.id }}
          name: \${{ sessions.session }}
          remoteHost: \${{ needs.wait_for_service.outputs.HOSTNAME }}
          remotePort: \${{ needs.wait_for_service.outputs.SESSION_PORT }}

  complete:
    needs: [update_session]
    steps:
      - name: Display connection info
        run: |
          base="/me/session/\${PW_USER}/\${{ sessions.session }}"
          echo "=========================================="
          echo "${service} is ready: \${PW_PLATFORM_HOST}\${base}/"
          echo "=========================================="

`,
};

function helperJob(service: string, fields: readonly string[], index: number): string {
  const field = fields[index] ?? 'option';
  return `  # looks after the data of ${service}, part ${index}
  data_${index}:
    needs: [preprocessing]
    if: \${{ inputs.${service}.${field} != '' && inputs.${service}.stage_data == true }}
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
    steps:
      - name: Stage ${field}
        early-cancel: any-job-failed
        run: |
          set -u
          source_folder="\${HOME}/data/${service}/${index}"
          target="\${PW_PARENT_JOB_DIR}/staged/${index}"
          mkdir -p "\${target}"
          count=0
          while IFS= read -r -d '' path; do
            case "\${path}" in
              *.tmp | *.part) continue ;;
              *.csv | *.parquet) kind=table ;;
              *) kind=file ;;
            esac
            cp -p "\${path}" "\${target}/\${kind}-$(basename "\${path}")" || exit 1
            count=$((count + 1))
          done < <(find "\${source_folder}" -type f -print0)
          echo "STAGED_${index}=\${count}" >> "\${OUTPUTS}"

      - name: Report ${field}
        run: |
          echo "staged \${{ needs.data_${index}.outputs.STAGED_${index} }} files"

`;
}

function form(service: string, fields: readonly string[]): string {
  return `"on":
  execute:
    inputs:
      resource:
        type: compute-clusters
        label: Service host
        include-workspace: false
        autoselect: true

      submit_to_scheduler:
        type: boolean
        label: Submit to Job Scheduler
        tooltip: Submits the script through SLURM or PBS. Without it the script runs on the login node.
        default: false
        hidden: \${{ inputs.resource.schedulerType != 'slurm' && inputs.resource.schedulerType != 'pbs' }}

${schedulerGroup('slurm', [
  ['account', 'slurm-accounts', 'optional: true', 'resource: ${{ inputs.resource }}'],
  ['partition', 'slurm-partitions', 'optional: true', 'resource: ${{ inputs.resource }}'],
  ['qos', 'slurm-qos', 'optional: true', 'resource: ${{ inputs.resource }}'],
  ['cpus_per_task', 'number', 'min: 1', 'max: 256', 'default: 1'],
  ['time', 'string', 'default: "04:00:00"'],
  ['scheduler_directives', 'editor', 'optional: true'],
])}${schedulerGroup('pbs', [
  ['account', 'string', 'optional: true'],
  ['queue', 'string', 'optional: true'],
  ['walltime', 'string', 'default: "04:00:00"'],
  ['scheduler_directives', 'editor', 'optional: true'],
])}      ${service}:
        type: group
        label: Settings of ${service}
        items:
          stage_data:
            type: boolean
            label: Stage data
            default: true
${fields.map((field, index) => serviceField(field, index)).join('')}`;
}

function schedulerGroup(name: string, fields: readonly (readonly [string, string, ...string[]])[]): string {
  const items = fields.map(([field, type, ...attributes]) => {
    const lines = [`type: ${type}`, `label: The ${field} of the job`, ...attributes, `ignore: ${busy(name)}`];
    return `          ${field}:\n${lines.map((line) => `            ${line}\n`).join('')}\n`;
  });
  return `      ${name}:
        type: group
        label: ${name.toUpperCase()} settings
        hidden: ${busy(name)}
        collapsed: true
        items:
${items.join('')}`;
}

function serviceField(name: string, index: number): string {
  if (index % 3 === 0) {
    return `          ${name}:
            type: dropdown
            label: Choice ${index}
            default: first
            options:
              - value: first
                label: The first one
              - value: second
                label: "The second one: faster"
              - value: third
                label: 'The third one'
`;
  }
  return `          ${name}:
            type: string
            label: Field ${index}
            tooltip: A text that ${name} needs, such as a path or a name
            default: value-${index}
            hidden: \${{ inputs.submit_to_scheduler == true }}
`;
}
