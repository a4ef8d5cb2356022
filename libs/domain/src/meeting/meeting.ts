import { decider, type Decider, type FactQuery } from '#eventsourcing';
import { ContactGroup } from '../contact-group/contact-group.js';
import { calling, type CallingEvent } from './meeting.calling.js';
import { holding, type HoldingEvent } from './meeting.holding.js';
import { meetings, type MeetingCommand, type MeetingState } from './meeting.state.js';

export type MeetingEvent = CallingEvent | HoldingEvent;

/** A meeting of the contact group, numbered when it is held (R18 to R20). */
export const Meeting: Decider<MeetingCommand, MeetingEvent, MeetingState> = decider({
  ...meetings,
  id: 'meetingId',
  may: { ...calling.may, ...holding.may },
  ahead: ['MakeMeetingTentative'],
  facts: {
    ScheduleMeeting: ({ data: { groupId } }) => [{ from: ContactGroup, id: groupId }],
    RescheduleMeeting: (_, state) => itsGroup(state),
    ConfirmMeeting: (_, state) => itsGroup(state),
    CancelMeeting: (_, state) => itsGroup(state),
    OpenMeeting: ({ data: { after } }, state) => [
      ...itsGroup(state),
      ...(after === undefined ? [] : [{ from: Meeting, id: after }]),
    ],
  },
  decide: { ...calling.decide, ...holding.decide },
  evolve: { ...calling.evolve, ...holding.evolve },
});

function itsGroup(state: MeetingState): readonly FactQuery[] {
  return state.status === 'none' ? [] : [{ from: ContactGroup, id: state.groupId }];
}
