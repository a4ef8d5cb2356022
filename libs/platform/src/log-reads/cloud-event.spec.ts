import { accepts, cloudEventOf, CLOUDEVENTS } from './cloud-event.js';

describe('an event in the envelope of CloudEvents', () => {
  it('is known by its id and stream, and says both times', () => {
    const by = { subject: 'anna', party: 'DEU', roles: [] };
    const event = {
      ...{ id: 'e-1', type: 'PledgeMade', stream: 'pledge-a/b', revision: 0, position: 7n, data: { pledgeId: 'a/b' } },
      ...{ at: '2026-01-02T00:00:00.000Z', occurredAt: '2026-01-01T00:00:00.000Z' },
      metadata: { by, commandId: 'c', correlationId: 'c', causationId: 'c' },
    };
    expect(cloudEventOf(event as never)).toEqual({
      specversion: '1.0',
      id: 'e-1',
      source: '/streams/pledge-a%2Fb',
      type: 'steadfast.PledgeMade',
      subject: 'pledge-a/b',
      time: '2026-01-01T00:00:00.000Z',
      datacontenttype: 'application/json',
      sequence: '7',
      revision: 0,
      recordedat: '2026-01-02T00:00:00.000Z',
      party: 'DEU',
      data: { pledgeId: 'a/b' },
    });
  });

  it.each([
    ['application/cloudevents-batch+json', true],
    ['text/html, Application/CloudEvents-Batch+JSON; charset=utf-8', true],
    ['application/json', false],
    ['*/*', false],
    [undefined, false],
  ])('is what %s asks for: %s', (accept, wanted) => {
    expect(accepts(accept, CLOUDEVENTS)).toBe(wanted);
  });
});
