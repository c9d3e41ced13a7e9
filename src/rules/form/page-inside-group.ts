import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A wizard page inside another input. */
export const pageInsideGroup = defineRule({
  meta: {
    id: 'page-inside-group',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'medium',
    page: {
      what: 'An input of type step stands inside a group, a list or another page.',
      why: 'Pages are the top of a form; inside other inputs they are not drawn.',
      fix: 'Move the page to the top of the inputs, or use a group.',
      examples: {
        bad: [
          formExample`
            $meta:
              wizard:
                mode: wizard
            all:
              type: group
              items:
                page:
                  type: «step»
                  title: First
                  options:
                    name:
                      type: string
                      default: a
          `,
        ],
        good: [
          formExample`
            $meta:
              wizard:
                mode: wizard
            page:
              type: step
              title: First
              options:
                name:
                  type: string
                  default: a
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'step' || input.parent === undefined) return;
    yield {
      message: `"${input.name.value}" is a page of a wizard inside "${input.parent.name.value}", expected at the top of the inputs`,
      at: input.type.span,
      help: 'inside other inputs, use a group',
    };
  },
});
