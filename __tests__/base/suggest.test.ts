import { suggest } from '../../src/base/suggest.ts';

describe('suggest', () => {
  test('finds a name one swap away', () => {
    expect(suggest('strnig', ['number', 'string', 'boolean'])).toBe('string');
  });

  test('ignores case', () => {
    expect(suggest('LocalPort', ['localPort', 'remotePort'])).toBe('localPort');
  });

  test('is silent when nothing is near', () => {
    expect(suggest('kubernetes', ['string', 'number'])).toBeUndefined();
  });

  test('prefers the nearest of several', () => {
    expect(suggest('remotHost', ['remotePort', 'remoteHost'])).toBe('remoteHost');
  });

  test('does not offer the word itself', () => {
    expect(suggest('name', ['name'])).toBeUndefined();
  });
});
