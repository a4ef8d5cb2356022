import { sending } from './sending.js';

describe('statements that are sent without waiting for each', () => {
  it('are all done before anything is said', async () => {
    const done: number[] = [];
    const one = async (number: number) => {
      await Promise.resolve();
      done.push(number);
    };
    await sending(async (send) => {
      send(one(1));
      send(one(2));
    });
    expect(done).toEqual([1, 2]);
  });

  it('say what failed first, when nothing is under way any more', async () => {
    let isUnderWay = true;
    const late = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      isUnderWay = false;
    };
    const sent = sending(async (send) => {
      send(Promise.reject(new Error('a row is refused')));
      send(late());
      await Promise.reject(new Error('the transaction is aborted'));
    });
    await expect(sent).rejects.toThrow('a row is refused');
    expect(isUnderWay).toBe(false);
  });
});
