import { isFlagSet } from '../../analysis/form/input-attributes.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { andList } from '../../analysis/structure/shape-words.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A slider without its range. */
export const sliderWithoutRange = defineRule({
  meta: {
    id: 'slider-without-range',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A number is shown as a slider and lacks min, max or step.',
      why: 'The form cannot draw a slider without both ends and the distance of its values.',
      fix: 'Add min, max and step.',
      examples: {
        bad: [
          formExample`
            nodes:
              type: number
              «slider»: true
              min: 1
              max: 8
          `,
        ],
        good: [
          formExample`
            nodes:
              type: number
              slider: true
              min: 1
              max: 8
              step: 1
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const slider = pairOf(input.node, 'slider');
    if (input.type?.value !== 'number' || slider === undefined || !isFlagSet(input, 'slider')) return;
    const missing = ['min', 'max', 'step'].filter((name) => lacksKey(input.node, name));
    if (missing.length === 0) return;
    yield {
      message: `the slider "${input.name.value}" needs ${andList(missing.map((name) => `"${name}"`))}`,
      at: slider.key.span,
      help: 'a slider needs "min", "max" and "step": add what is missing, or remove "slider"',
    };
  },
});
