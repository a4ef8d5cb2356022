import { COUNCIL } from './nations.js';
import { told, type Told } from './told.js';

const DECISION = 'nsatu';
const [PROPOSED, DRAFTED, ADOPTED, ENDORSED] = ['2024-03-20', '2024-06-12', '2024-06-14', '2024-07-10'];
const EFFECTIVE = '2024-12-17';

/** A task that the United States had, and how it went on: since when it is another's, or that it stays. */
interface Duty {
  readonly taskId: string;
  readonly title: string;
  readonly since: string;
  readonly passes?: 'effective' | 'pending';
}

const DUTIES: readonly Duty[] = [
  { taskId: 'requirements', title: 'Collect and validate requirements', since: '2022-11-04', passes: 'effective' },
  { taskId: 'matching', title: 'Match donations with requirements', since: '2022-03-01', passes: 'effective' },
  { taskId: 'hub-poland', title: 'Plan transport over the hub in Poland', since: '2022-03-01', passes: 'effective' },
  { taskId: 'hub-romania', title: 'Plan transport over the hub in Romania', since: '2022-03-01', passes: 'pending' },
  { taskId: 'training', title: 'Coordinate training', since: '2022-11-04', passes: 'effective' },
  { taskId: 'repair', title: 'Coordinate repair', since: '2022-11-04', passes: 'effective' },
  { taskId: 'monitoring', title: 'Monitor the end use of items of the United States', since: '2022-11-04' },
  { taskId: 'drawdown', title: 'Decide on drawdowns of the stocks of the United States', since: '2021-08-27' },
  { taskId: 'intelligence', title: 'Share intelligence', since: '2022-03-01' },
];

const passing = DUTIES.filter(({ passes }) => passes !== undefined);

/** The decision of the alliance, by silence, with the opt-out of Hungary, endorsed at the summit of Washington. */
const decision: readonly Told[] = [
  told(
    'CirculateDraft',
    DRAFTED,
    {
      ...{ decisionId: DECISION, forumId: COUNCIL, deadline: `${ADOPTED}T12:00:00Z` },
      subject: { kind: 'taskTransfer', taskIds: passing.map(({ taskId }) => taskId), owner: 'NATO' },
      text: 'The alliance takes over the coordination of security assistance and training for Ukraine.',
    },
    'NATO',
  ),
  told('RegisterOptOut', DRAFTED, { decisionId: DECISION, scope: ['personnel', 'funds', 'territory'] }, 'HUN'),
  told('ConcludeSilence', `${ADOPTED}T12:00:00Z`, { decisionId: DECISION }, 'NATO'),
  told('EndorseDecision', ENDORSED, { decisionId: DECISION, at: 'Washington summit' }, 'NATO'),
];

function handedOn({ taskId, passes }: Duty): readonly Told[] {
  const proposal = { taskId, transferId: 'to-nato', to: 'NATO', forumId: COUNCIL };
  return [
    told('ProposeTransfer', PROPOSED, proposal, 'USA'),
    { ...told('AgreeTransfer', `${ADOPTED}T12:00:00Z`, { taskId, decisionId: DECISION }, 'NATO'), approves: true },
    told('StartTransition', ENDORSED, { taskId }, 'NATO'),
    ...(passes === 'effective' ? [told('CompleteTransfer', EFFECTIVE, { taskId }, 'NATO')] : []),
  ];
}

/** The tasks of coordination, each with its own date: most passed from the United States to the alliance, one waits, some stay. */
export const tasks: readonly Told[] = [
  ...DUTIES.map(({ taskId, title, since, passes }) =>
    told('RegisterTask', since, { taskId, title, owner: 'USA', transferable: passes !== undefined }, 'USA'),
  ),
  ...decision,
  ...passing.flatMap(handedOn),
];
