import { keyName } from '../../analysis/structure/key-name.ts';
import { pairOf, valueAt, type YamlPair } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** More than one session or link that opens by itself. */
export const severalRedirects = defineRule({
  meta: {
    id: 'several-redirects',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'More than one session or link has "redirect: true".',
      why: 'The platform takes at most one over sessions and links together.',
      fix: 'Keep it on the one that the user should see first.',
      examples: {
        bad: [
          workflowExample`
            sessions:
              session:
                redirect: true
              other:
                «redirect»: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.other }}
                  target: user-workspace
                  remotePort: 8080
          `,
        ],
        good: [
          workflowExample`
            sessions:
              session:
                redirect: true
              other:
                redirect: false
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.other }}
                  target: user-workspace
                  remotePort: 8080
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    const redirects: { readonly name: string; readonly pair: YamlPair }[] = [];
    for (const key of ['sessions', 'links']) {
      const section = valueAt(workflow.root, key);
      for (const entry of section?.kind === 'map' ? section.pairs : []) {
        const redirect = pairOf(entry.value, 'redirect');
        if (redirect?.value?.kind === 'scalar' && redirect.value.value === true)
          redirects.push({ name: keyName(entry), pair: redirect });
      }
    }
    const [first, ...others] = redirects;
    if (first === undefined) return;
    for (const other of others) {
      yield {
        message: `"${other.name}" cannot open by itself too: only one session or link can`,
        at: other.pair.key.span,
        help: 'keep "redirect: true" on one of them',
        related: [{ span: first.pair.key.span, text: 'the first one' }],
      };
    }
  },
});
