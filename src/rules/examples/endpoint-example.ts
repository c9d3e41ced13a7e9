import { dedent } from '../../base/dedent.ts';
import { indented } from './indented.ts';

/** What differs from the usual endpoint in an example. */
export interface EndpointExampleChanges {
  /** The script that starts it. */
  readonly start?: string;
  /** The name that is waited for. */
  readonly awaited?: string;
}

const start = dedent`
  setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > service.log 2>&1 &
`;

/** A workflow that starts a service behind an endpoint, waits until it answers, and ends. */
export function endpointExample(changes: EndpointExampleChanges = {}): Readonly<Record<string, string>> {
  const wait = dedent`
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
      address=$(pw endpoints list | awk -F '\\t' -v name="${changes.awaited ?? 'hello-$PW_RUN_SLUG'}" '$1 == name { print $3 }')
      if [ -n "$address" ] && echo "header = \\"Authorization: Bearer $PW_API_KEY\\"" | curl -fsS -o page.html -K - "$address/"; then
        exit 0
      fi
      sleep 0.5
    done
    echo "the endpoint did not answer"
    exit 1
  `;
  const jobs = [
    'jobs:\n  start:\n    steps:\n      - run: |\n',
    indented(changes.start ?? start, 10),
    '  wait:\n    needs: [start]\n    steps:\n      - early-cancel: any-job-failed\n        run: |\n',
    indented(wait, 10),
  ];
  return { 'workflows/hello/workflow.yaml': `permissions: ['*']\n${jobs.join('')}` };
}
