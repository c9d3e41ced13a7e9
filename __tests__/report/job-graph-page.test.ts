import { jobGraphPage } from '../../src/report/html/job-graph-page.ts';
import { hostileTexts } from './hostile-texts.ts';

test('the page of a job graph shows names as text, hostile ones too', () => {
  expect(hostileTexts.length).toBeGreaterThan(100);
  for (const text of hostileTexts) {
    const page = jobGraphPage({
      workflow: text,
      path: text,
      jobs: [
        { id: text, needs: [], does: text },
        { id: 'next', needs: [text], does: '1 step' },
      ],
    });
    expect(page).not.toMatch(/<(?:script|img|iframe|a|base|link|form|b [^>]*)[\s>]/i);
    expect(page.match(/<rect class="box"/g)).toHaveLength(2);
    expect(page.match(/<path class="edge"/g)).toHaveLength(1);
    expect(page.match(/<style>/g)).toHaveLength(1);
  }
});
