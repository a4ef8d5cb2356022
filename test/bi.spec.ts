import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { NO_STREAM } from '#eventsourcing';
import { openSharedReadSide, type SharedReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { views } from '#views';
import { day, event, newOf, administer, openPostgresServer, type PostgresServer } from '#testing';
import { textOf } from './support/markdown.js';

const [rolesMade = '', committedByDonor = '', undelivered = ''] = [
  ...textOf('docs/bi.md').matchAll(/^```sql\n(.*?)^```$/gms),
].map(([, statement = '']) => statement);

describe('the views for other tools', () => {
  const store = new MemoryStore();
  let server: PostgresServer;
  let url: string;
  let tool: string;
  let readSide: SharedReadSide;
  let made = 0;

  const commit = async (pledgeId: string, donor: string, amount: string, at = day(1)) => {
    const of = { pledgeId, donor, kind: 'military', currency: 'EUR', claims: [], lines: [] };
    const given = { amount, currency: 'EUR', basis: 'claimed' };
    const happened = [
      event(++made, 'PledgeMade', { ...of, title: `Aid ${pledgeId}`, amount: given }, { occurredAt: at }),
      event(
        ++made,
        'PledgeCommitted',
        { ...of, from: { amount: '0' }, to: { amount }, basis: 'claimed' },
        { occurredAt: at },
      ),
    ];
    const { position } = await store.append(`pledge-${pledgeId}`, happened.map(newOf), NO_STREAM);
    expect(await readSide.waitFor(position, 20_000)).toBe(true);
  };
  const asked = (statement: string) => administer(tool, statement);

  beforeAll(async () => {
    server = await openPostgresServer();
    url = await server.database();
    const [user, password] = [`tool_${randomUUID().slice(0, 8)}`, randomUUID()];
    // On a server that other runs have been on, the role that all tools are in is there already.
    const there = await administer(url, `select 1 from pg_roles where rolname = 'steadfast_bi'`);
    const roles = rolesMade.replace('dashboard', user).replace('<password>', password);
    await administer(url, there.length === 0 ? roles : roles.split('\n').slice(1).join('\n'));
    tool = Object.assign(new URL(url), { username: user, password }).href;
    readSide = openSharedReadSide({ url, store, views, mayLead: true });
    await commit('p1', 'DEU', '5000000.00');
    await commit('p2', 'DEU', '1000000.50');
    await commit('p3', 'NOR', '700.00');
  }, 60_000);
  afterAll(async () => {
    await readSide.close();
    await server.close();
  });

  it('answer the queries of their page', async () => {
    expect(await asked(committedByDonor)).toEqual([
      { donor: 'DEU', currency: 'EUR', committed: '6000000.5', unknown: '0' },
      { donor: 'NOR', currency: 'EUR', committed: '700', unknown: '0' },
    ]);
    expect(await asked(undelivered)).toMatchObject([
      { pledge: 'p1', donor: 'DEU', title: 'Aid p1', committed: '5000000.00', delivered: '0', currency: 'EUR' },
      { pledge: 'p2' },
      { pledge: 'p3' },
    ]);
  });

  it('are there for every view', async () => {
    const there = await asked(`select viewname from pg_views where schemaname = 'steadfast_bi'`);
    expect(there).toHaveLength(views.length);
  });

  it('do not show yet what becomes true later', async () => {
    await commit('p4', 'USA', '1.00', '2100-01-01T00:00:00.000Z');
    expect(await asked(`select key from steadfast_bi.current_pledges where donor = 'USA'`)).toEqual([]);
  });

  it('stay readable when a view was folded anew', async () => {
    await readSide.rebuild('pledges');
    await commit('p5', 'POL', '2.00');
    await pause(10);
    expect(await asked(`select key from steadfast_bi.current_pledges where donor = 'POL'`)).toEqual([{ key: 'p5' }]);
  });

  it.each([
    'select 1 from steadfast.log',
    'select 1 from steadfast.leader',
    `delete from steadfast_bi.current_pledges`,
    'create table steadfast_bi.mine (id int)',
  ])('let a tool do nothing else: %s', async (statement) => {
    await expect(asked(statement)).rejects.toThrow(/permission denied/);
  });
});
