import { IsId, IsParty, type Party } from '../values/words.js';

/** Makes a party a member of the forum, from `Occurred-At` on; the first founds it. */
export class JoinForum {
  @IsId() forumId!: string;
  @IsParty() party!: Party;
}

/** Ends a party's membership of the forum. */
export class LeaveForum {
  @IsId() forumId!: string;
  @IsParty() party!: Party;
}
