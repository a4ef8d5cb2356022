import { ensure, Rejection } from './rejection.js';

describe('a rule', () => {
  it('says nothing where it holds', () => {
    for (const holds of [true, 1, 'yes', {}, []])
      expect(() => {
        ensure(holds, 'NeverSaid');
      }).not.toThrow();
  });

  it('says what is the case where it does not, and what would help', () => {
    for (const fails of [false, undefined, null, 0, '']) {
      try {
        ensure(fails, 'HubFull', { next: '2024-07-12' });
        throw new Error('the rule held');
      } catch (error) {
        expect(error).toBeInstanceOf(Rejection);
        expect(error).toMatchObject({
          name: 'Rejection',
          message: 'HubFull',
          code: 'HubFull',
          facts: { next: '2024-07-12' },
        });
      }
    }
    expect(new Rejection('HubFull').facts).toEqual({});
  });
});
