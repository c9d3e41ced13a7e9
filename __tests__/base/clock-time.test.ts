import { clockSeconds } from '../../src/base/clock-time.ts';

describe('clockSeconds', () => {
  test.each([
    ['01:00:00', 3600],
    ['100:00:01', 360_001],
    ['01:02:03', 3723],
    [' 00:30:00\n', 1800],
    ['2-00', 172_800],
    ['10-00:30', 865_800],
    ['1-02:03', 93_780],
    ['1-02:03:04', 93_784],
  ])('reads %s', (text, seconds) => {
    expect(clockSeconds(text)).toBe(seconds);
  });

  test.each(['3600', '30:00', '', '1h', '1-2-3', '01:00:00:00', '-01:00:00'])('does not read %j', (text) => {
    expect(clockSeconds(text)).toBeUndefined();
  });
});
