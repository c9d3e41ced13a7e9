import { unsetVariables } from '../../analysis/variables/unset-variables.ts';
import { earlyExpansions } from '../../analysis/written/early-expansions.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { toolExample } from '../examples/tool-example.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A variable that is read and that nobody sets before. */
export const unsetVariable = defineRule({
  meta: {
    id: 'unset-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A script reads a variable that nobody sets: not the script before that place, not the files that it sources, not `env`, not the platform.',
      why: 'The shell puts nothing in its place: an address has no port, `cp` one word too few, `grep` no file, so that it waits for ever.',
      fix: 'Correct the name, set the variable before, or hand it over in `env`. Where it may be missing, say so: `${name:-}`.',
      examples: {
        bad: [
          inWorkflow(workflowExample`
            steps:
              - env:
                  MODEL_NAME: small
                run: curl --fail --output weights "https://models.example.org/«\${MODEL_ID}»/weights"
          `),
          inWorkflow(workflowExample`
            steps:
              - env:
                  FLAVOR: small
                run: |
                  case "«$FLAVOUR»" in
                    small) echo 1 > size ;;
                    *) echo 9 > size ;;
                  esac
          `),
          inWorkflow(workflowExample`
            steps:
              - run: |
                  settings=$HOME/settings.toml
                  mkdir -p run
                  cp "«$config_file»" run/
          `),
          sessionExample({
            preprocessing: {
              '- uses: parallelworks/checkout': dedent`
                - run: echo "notebook_dir=/data" > inputs.sh
                - uses: parallelworks/checkout
              `,
            },
            start: {
              before: dedent`
                source inputs.sh
                mkdir -p page
                ln -s "«\${service_notebook_dir}»" page/books
              `,
            },
          }),
          sessionExample({
            preprocessing: { '- uses: parallelworks/checkout': written('cat > inputs.sh', 'tool_path') },
            inputs: dedent`
              tool:
                type: group
                items:
                  engine:
                    type: string
                    default: mesa
                  data:
                    type: string
                    default: data
            `,
            start: {
              before: dedent`
                source inputs.sh
                module load "$tool_engine"
                ls "«$tool_data»"
              `,
            },
          }),
          toolExample`
            for candidate in $(seq 10 40); do
              name=slot-«\${slot}»
              if mkdir "/tmp/$name" 2> /dev/null; then
                slot=$candidate
                break
              fi
            done
            echo "slot $slot"
          `,
          toolExample`
            export BUILD_STAGE=$HOME/stage
            mkdir -p "«\${STAGE_ROOT}»"
            cd "$BUILD_STAGE" || exit 1
          `,
        ],
        good: [
          sessionExample({
            preprocessing: { '- uses: parallelworks/checkout': written('cat >> inputs.sh', 'tool_path') },
            inputs: dedent`
              tool:
                type: group
                items:
                  engine:
                    type: string
                    default: mesa
                  data:
                    type: string
                    default: data
            `,
            start: {
              before: dedent`
                source inputs.sh
                ls "$tool_engine" "$tool_data"
              `,
            },
          }),
          inWorkflow(workflowExample`
            steps:
              - env:
                  MODEL_NAME: small
                run: |
                  curl --fail --output weights "https://models.example.org/\${MODEL_NAME}/weights"
                  tar -xf weights -C "$SCRATCH"
                  echo "$HOSTNAME $UID $MODEL_VERSION \${config_file:-none}"
                  [ -z "$token" ] || echo "$token" > token
          `),
          inWorkflow(workflowExample`
            steps:
              - run: |
                  source site.env
                  cp "$config_file" run/
              - run: |
                  while [ "$state" != ready ]; do
                    state=$(cat state)
                  done
                  for name in a b; do
                    list="$list $name"
                    [ "$name" = "$previous" ] || echo "$previous" >> names
                    previous=$name
                  done
                  echo "$list" >> names
          `),
          toolExample`
            while read -r key value; do
              printf -v "opt_$key" %s "$value"
            done < site.conf
            echo "$opt_title" >> log
          `,
          toolExample`
            names=$1
            mapfile -t "list_$names" < names
            echo "$list_first" >> log
          `,
          toolExample`
            export SPARK_LOG_DIR=$PWD/logs
            "$SPARK_HOME/sbin/start-master.sh"
          `,
          toolExample`
            show() {
              echo "$message" >> log
            }
            message=hello
            show
            read -r first rest < names
            printf -v third "%s" "$first"
            echo "$rest $third $EXTRA_FLAGS" >> log
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const early = new Set(context.ask(earlyExpansions, script).map(({ start }) => start));
    for (const one of context.ask(unsetVariables, script)) {
      const { name, why, near, file } = one;
      // What goes into a script that is written is told as that.
      if (early.has(one.start)) continue;
      const at = script.text.spanOf(one.start, one.end);
      yield {
        message:
          why === 'later'
            ? `"${name}" is read here before anything sets it`
            : `nothing sets "${name}"${file === undefined ? '' : `, ${file} included`}`,
        at,
        fault: name,
        ...(one.set !== undefined && {
          related: [{ span: script.text.spanOf(one.set.start, one.set.end), text: 'it is set here' }],
        }),
        help:
          near === undefined
            ? `set it before, or write \${${name}:-} where it may be missing`
            : `did you mean "${near}"?`,
        ...(near !== undefined && {
          fix: { title: `Read ${near}`, safety: 'unsafe', edits: [{ span: at, replacement: `\${${near}}` }] },
        }),
      };
    }
  },
});

/** Steps that write the fields of a tool to a file, the second of them under a name. */
function written(writer: string, name: string): string {
  return dedent`
    - run: |
        ${writer} <<'END'
        export tool_engine="\${{ inputs.tool.engine }}"
        export ${name}="\${{ inputs.tool.data }}"
        END
    - uses: parallelworks/checkout
  `;
}

function inWorkflow(workflow: string) {
  return { 'workflows/hello/workflow.yaml': workflow };
}
