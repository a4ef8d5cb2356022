import { views } from '#views';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

let server: ReadServer;
beforeAll(async () => {
  server = await serveReads({ views });
});
afterAll(() => server.close());

type Event = Readonly<{ id: string; type: string; data: object }>;
type Version = Readonly<{ row: { title: string }; knownTo: string | null; event: Event; correction?: object }>;

describe('a correction over HTTP', () => {
  it('is proposed by one, approved by another, and seen from then on', async () => {
    const made = await server.pledge();
    const [event] = made.body.events as readonly Event[];
    const [stream, eventId, reason] = ['pledge-p-1', event?.id, 'The title was another.'];
    const key = { 'idempotency-key': 'propose' };
    const body = { stream, eventId, reason, values: { title: 'Winter clothes' } };
    const proposed = await server.send('ProposeCorrection', body, key);
    expect(proposed.status).toBe(201);
    const again = await server.send('ProposeCorrection', body, key);
    expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', proposed.body]);

    const correctionId = (proposed.body.events as readonly Event[])[0]?.id;
    const own = await server.send('ApproveCorrection', { stream, correctionId });
    expect([own.status, own.body.code]).toEqual([409, 'SameActor']);
    expect((await server.get('/views/pledges/p-1')).body.row).toMatchObject({ title: 'Air defence' });

    const authorization = `Bearer ${await server.token({ subject: 'berta' })}`;
    const approved = await server.send('ApproveCorrection', { stream, correctionId }, { authorization });
    expect(approved.status).toBe(201);

    const now = await server.get('/views/pledges/p-1');
    const before = await server.get(`/views/pledges/p-1?knownAt=${String(proposed.body.position)}`);
    expect([now.body.row, before.body.row]).toMatchObject([{ title: 'Winter clothes' }, { title: 'Air defence' }]);

    const { body: history } = await server.get('/views/pledges/p-1/history');
    expect(history.versions as readonly Version[]).toMatchObject([
      { row: { title: 'Air defence' }, knownTo: approved.body.position, event: { type: 'PledgeMade' } },
      {
        row: { title: 'Winter clothes' },
        knownTo: null,
        event: { type: 'CorrectionApproved' },
        correction: { correctionId, eventId, reason },
      },
    ]);
    const { body: listed } = await server.get('/events?type=PledgeMade');
    expect((listed.events as readonly Event[])[0]?.data).toMatchObject({ title: 'Air defence' });
    expect((await server.get(`/views/corrections/${String(correctionId)}`)).body.row).toMatchObject({
      ...{ status: 'approved', proposedBy: 'anna', approvedBy: 'berta', reason },
      ...{ from: { title: 'Air defence' }, to: { title: 'Winter clothes' } },
    });
  });
});
