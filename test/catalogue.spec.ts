import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsOf, staleDocuments, writeDocuments, type Documents } from '../scripts/catalogue/documents.ts';
import { readSources, type Sources } from '../scripts/catalogue/sources.ts';
import { eventsOfLaw, readTables } from '../scripts/catalogue/tables.ts';
import { scratch } from './support/launch.js';

const root = join(import.meta.dirname, '..');

let sources: Sources;
let documents: Documents;
beforeAll(async () => {
  sources = readSources(root);
  documents = await documentsOf(readTables(), sources);
}, 60_000);

describe('the generated documents', () => {
  it('are what the tables and the sources say now; if not: run npm run catalogue', () => {
    const stale = staleDocuments(documents, root).map((path) => `${path} is stale: run npm run catalogue`);
    expect(stale).toEqual([]);
  });

  it('are told to be stale by a word too many, and to be missing', () => {
    const elsewhere = scratch();
    expect(staleDocuments(documents, elsewhere)).toEqual([
      'docs/asyncapi.json',
      'docs/catalogue.md',
      'docs/configuration.md',
      'docs/flows.md',
      'libs/client/src/ledger.generated.ts',
    ]);
    for (const folder of ['docs', 'libs/client/src']) mkdirSync(join(elsewhere, folder), { recursive: true });
    writeDocuments(documents, elsewhere);
    expect(staleDocuments(documents, elsewhere)).toEqual([]);
    appendFileSync(join(elsewhere, 'docs/flows.md'), 'word');
    expect(staleDocuments(documents, elsewhere)).toEqual(['docs/flows.md']);
    rmSync(elsewhere, { recursive: true });
  });

  it('name every command, event, view, question, policy and refusal', () => {
    const { laws, views, questions, policies, refusals } = readTables();
    const names = [
      ...laws.flatMap((law) => [...law.commands, ...eventsOfLaw(law, () => [])]),
      ...[...views, ...questions, ...policies].map(({ name }) => name),
      ...Object.keys(refusals),
    ];
    expect(names.filter((name) => !documents['docs/catalogue.md']!.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('what follows from what', () => {
  it.each([
    ['AdmitParty', ['PartyAdmitted']],
    ['EndChairTerm', ['ChairFellVacant', 'ChairTermEnded']],
    ['ConcludeSilence', ['DecisionAdopted', 'DecisionFailed']],
    ['WithdrawPledge', ['AllocationOrphaned', 'PledgeWithdrawn']],
  ])('is read off the rows of %s, and the functions that they call', (command, events) => {
    expect(sources.eventsOf(command)).toEqual(events);
  });

  it('is events of the law, or of another that has its row', () => {
    const { laws } = readTables();
    const known = new Set(laws.flatMap((law) => eventsOfLaw(law, (command) => sources.eventsOf(command))));
    const caused = laws.flatMap(({ commands }) => commands.flatMap((command) => sources.eventsOf(command)));
    expect(caused.filter((event) => !known.has(event))).toEqual([]);
    expect([...known].filter((event) => !caused.includes(event))).toEqual([]);
  });

  it('is told of deadlines by the event that sets the day', () => {
    const due = sources.dueAfter();
    expect(due.get('PledgeMade')).toEqual(['LapseCondition']);
    expect(due.get('SilenceExtended')).toEqual(['ConcludeSilence']);
    expect(due.get('DecisionAdopted')).toBeUndefined();
  });

  it('is what the ledger itself may send, after an event as on a day that has come', () => {
    const { laws, policies } = readTables();
    const afterEvents = policies.flatMap(({ name, on }) =>
      Object.keys(on).map((event) => ({ by: `${name} after ${event}`, sent: sources.intentsOf(name, event) })),
    );
    const onDays = [...sources.dueAfter()].map(([event, sent]) => ({ by: `the clock after ${event}`, sent }));
    const rows = [...afterEvents, ...onDays];
    const may = (command: string) => laws.some(({ law }) => law.may[command]?.includes('policy'));
    expect(rows.filter(({ sent }) => sent.length === 0)).toEqual([]);
    expect(rows.filter(({ sent }) => !sent.every(may))).toEqual([]);
  });

  it('is read off policies, whether they answer at once or read first', () => {
    const elsewhere = scratch();
    for (const part of ['libs/eventsourcing', 'libs/domain', 'libs/views', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(elsewhere, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    mkdirSync(join(elsewhere, 'libs/policies/src'), { recursive: true });
    writeFileSync(join(elsewhere, 'libs/policies/src/index.ts'), policies);
    const seeded = readSources(elsewhere);
    rmSync(elsewhere, { recursive: true });
    expect(seeded.about('policy tidy-up')).toBe('Tidies up.');
    expect(seeded.intentsOf('tidy-up', 'PledgeWithdrawn')).toEqual(['LapseCondition', 'OrphanAllocation']);
    expect(seeded.intentsOf('tidy-up', 'PledgeMerged')).toEqual(['OrphanAllocation']);
    expect(seeded.intentsOf('tidy-up', 'PledgeLinked')).toEqual([]);
    expect(seeded.intentsOf('say', 'PledgeMerged')).toEqual(['MeetCondition']);
  }, 60_000);
});

const policies = `
import type { LapseCondition, OrphanAllocation, PledgeLinked, PledgeMerged, PledgeWithdrawn } from '#domain';
import { policy, type Command } from '#eventsourcing';

type Sent = Command<'LapseCondition', LapseCondition> | Command<'OrphanAllocation', OrphanAllocation>;

/** Tidies up. */
export const tidyUp = policy<PledgeWithdrawn | PledgeMerged | PledgeLinked, Sent>('tidy-up', {
  PledgeWithdrawn: ({ data: { pledgeId, delivered } }) =>
    delivered === '0' ? [{ type: 'LapseCondition', data: { pledgeId } }] : orphaned(pledgeId, ['a']),
  PledgeMerged: ({ data: { pledgeId } }) => ({
    view: 'allocations',
    where: { pledge: pledgeId },
    then: (rows) => orphaned(pledgeId, rows.map(({ key }) => key)),
  }),
  PledgeLinked: () => [],
});

/** Says it in no type, and a text that is no command. */
export const say = policy('say', { PledgeMerged: () => [{ type: 'MeetCondition', data: { pledgeId: 'PledgeMade' } }] });

function orphaned(pledgeId: string, allocations: readonly string[]) {
  return allocations.map((allocationId) => ({ type: 'OrphanAllocation' as const, data: { pledgeId, allocationId } }));
}

export const policies = [tidyUp, say] as const;
`;
