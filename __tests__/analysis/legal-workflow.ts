/** A workflow with every construct of structure that looks wrong and is legal. */
export const legalWorkflow = `# yaml-language-server: $schema=https://example.org/workflow.schema.json
---
timeout: 7d
app:
  target: inputs.resource
env:
  NAME: value
  EMPTY:
  PORT: 8080
permissions:
  - "*"
needs:
  organizationVariables: [TOKEN]
  userVariables:
    key:
      hint: from your profile
links:
  docs:
    url: https://example.org
    detach: false
sessions:
  session:
    redirect: \${{ inputs.open }}
    useTLS: false
    prompt-for-name:
      default: desk
  plain:
  other: {}
  model:
    type: link
    openAI: true
    useCustomDomain: true
    prompt-for-name: false
configurations:
  small:
    inputs:
      resource: pw://me/cluster
      slurm:
        time: "01:00:00"
  old:
    variables:
      a: 1
jobs:
  pre_processing-1:
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
      disconnect-timeout: -1
    working-directory: \${PW_PARENT_JOB_DIR}/sub
    timeout: 3600
    if: \${{ always }}
    env:
      A: \${{ inputs.a }}
    outputs:
      port: \${{ needs.pre_processing-1.outputs.PORT }}
    steps:
      - uses: parallelworks/checkout
        if: always
        ssh:
          remoteHost: ""
          jumpNodeHost: \${{ inputs.resource.ip }}
        retry:
          max-retries: 3
          interval: 5s
          timeout: 2m
          clean-on-retry: false
        with:
          repo: https://github.com/org/repo.git
          branch: main
          path: src
          sparse_checkout:
            - workflows/\${{ inputs.directory }}
      - name: 1
        id: first
        run: echo hello
        shell: bash -l
        ssh: null
        working-directory: null
        ignore-errors: true
        early-cancel: any-job-failed
        cleanup: echo bye
        timeout: \${{ inputs.limit }}
  matrix:
    needs: [pre_processing-1, "pre_processing-1:any"]
    if: false
    strategy:
      fail-fast: false
      max-parallel: 2
      matrix:
        size: [1, 2]
        include:
          - size: 3
    steps:
      - uses: marketplace/job_runner/v4.0
        with:
          resource: \${{ inputs.resource }}
          unknown_input: 1
          slurm:
            is_disabled: true
      - uses: github/org/repo@main
        with:
          $yaml: workflows/other.yaml
      - uses: workflow/mine
  named:
    runs-on:
      environment:
        cluster: me/cluster
        name: gpu
      params:
        nodes: 2
    steps:
      - uses: parallelworks/cancel-jobs
  target:
    runs-on:
      mode: login
      targetId: user-workspace
    needs: \${{ inputs.wait }}
    steps:
      - uses: parallelworks/update-session
        with:
          name: \${{ sessions.session }}
          target: user-workspace
          remotePort: "8080"
          local_port: \${{ needs.target.outputs.local_port }}
      - uses: parallelworks/update-session
        with:
          name: \${{ sessions.plain }}
          remotePort: 8080
          targetInfo:
            name: cluster
            namespace: default
            resourceType: services
            resourceName: web
      - uses: parallelworks/scheduler-agent
        with:
          scheduler-type: \${{ inputs.resource.schedulerType }}
          wait: false
          script-headers: |
            #SBATCH --nodes=1
on:
  execute:
    inputs:
      $meta:
        labelPosition: top
        flatten: false
        wizard:
          mode: wizard
          navigation:
            showSteps: true
      page:
        type: step
        title: First
        options:
          inner:
            type: string
            default: \${PWD}
            optional: \${{ .hidden }}
      resource:
        type: compute-clusters
        autoselect: true
        include-workspace: false
        provider: [aws-slurm, existing]
      a:
        type: string
        label: 1
        default: 5
        hidden: true
        ignore: true
      choice:
        type: dropdown
        default: ''
        options:
          - value: a
          - label: B
            value: b
      plain:
        type: dropdown
        options: [a, 1, true]
      keyed:
        type: dropdown
        option-key: \${{ inputs.choice }}
        options:
          a: [x, y]
          b: [z]
      many:
        type: multi-dropdown
        options:
          - label: A
            value: a
        default: [a]
      group:
        type: group
        collapsed: true
        items:
          account:
            type: slurm-accounts
            resource: \${{ inputs.resource }}
          deep:
            type: group
            flatten: true
            items:
              leaf:
                type: boolean
                default: \${{ inputs.plain == a }}
      rows:
        type: list
        min: 1
        template:
          resource:
            type: compute-resources
          partition:
            type: slurm-partitions
            resource: \${{ inputs.rows.[index].resource }}
      size:
        type: integer
        default: 4
      store:
        type: storage
      note:
        type: header
        text: Read this
        size: 16
      limit:
        type: duration
        default: 01:00:00
      patience:
        type: duration
        default: -1
        min: 90
        max: 3600
        disableLabel: no limit
        disableValue: -1
        anchor-below: limit
      code:
        type: string
        minLength: 2
        maxLength: 8
        lowercase: true
        sanitize: '[^a-z0-9]'
        width: 50%
      site:
        type: step
        title: [First site, Second site]
        description: [The one, The other]
        multi: true
        min: 1
        max: 2
        options:
          address:
            type: string
            width: 200
      ticks:
        type: checkbox-group
        options: [a, b]
        implies:
          a: [b]
`;
