import type { Explanation } from './explanation.js';

/** What can be wrong with what is asked of the views, the questions and the log. */
export const readExplanations: Readonly<Record<string, Explanation>> = {
  BadCondition: {
    status: 400,
    title: 'A column is compared with what it cannot hold',
    text: 'A filter compares a column with a value that is not of its kind, or a column of JSON; /views lists the columns of each view with their kinds. The value `null` asks for rows without one.',
  },
  BadCursor: {
    status: 400,
    title: 'The cursor is none of this list',
    text: 'A cursor leads on from one page to the next of the same list, with the same conditions and sort: follow the link with rel="next", and change nothing in it.',
  },
  BadLimit: {
    status: 400,
    title: 'A page does not hold so many',
    text: 'A page holds from 1 to 1000 rows or events; follow the link with rel="next" for more.',
  },
  BadPosition: {
    status: 400,
    title: 'The position is none of the log',
    text: 'Positions count up from 0; every receipt and every answer carries one in its header Log-Position.',
  },
  BadSort: {
    status: 400,
    title: 'The list cannot be sorted so',
    text: 'A list is sorted by columns of one value each, not by lists or JSON.',
  },
  BadTime: {
    status: 400,
    title: 'The time is none that the ledger knows',
    text: 'Times are ISO 8601, of the years 0001 to 9999, with a zone.',
  },
  CannotBeAnswered: {
    status: 400,
    title: 'There is no honest answer to that',
    text: 'The question cannot be answered as it was asked; the detail says why.',
  },
  CannotConvert: {
    status: 400,
    title: 'The rate set cannot turn one currency into the other',
    text: 'The figure holds amounts in a currency for which the named rate set has no rate, or is asked for in one; `currencies` names them. Name another set, or another currency.',
  },
  NoSuchColumn: {
    status: 400,
    title: 'The view has no such column',
    text: 'A filter or a sort names a column that the view does not have; /views lists the columns of each view.',
  },
  NoSuchCapability: {
    status: 400,
    title: 'There are no goods of that capability',
    text: 'Figures are narrowed to goods by the names that sources give to capabilities, in letters of either case; `capabilities` names those that there are at that time.',
  },
  NoSuchRelease: {
    status: 400,
    title: 'There is no such release',
    text: 'A release is named by its source and its own name, such as `kiel-r18`; `none` stands for pledges that no source brought. `releases` names those that there are pledges of, as known at that time.',
  },
  PeriodEndsFirst: {
    status: 400,
    title: 'The months end before they begin',
    text: 'Figures are narrowed to the months from `from` to `to`, both counted in; give them in that order, or one of them alone.',
  },
  ReleasesOverlap: {
    status: 400,
    title: 'Releases of one source tell the same promises',
    text: 'A figure of two releases of one source would count twice what both tell. Ask for one of them, or leave `release` out to count the last one; the question `releases` compares two.',
  },
  SinceIsLater: {
    status: 400,
    title: 'The earlier figure is the later one',
    text: 'A revision tells why a figure is not what it was known to be earlier: `since` is a position at or before that of `knownAt`, or before the end of the log where no `knownAt` is given.',
  },
  NoSuchGdp: {
    status: 400,
    title: 'There is no such table of gross domestic products',
    text: 'Shares are of a published table, and there is none of this name as known at that time; `lists` names those that there are, and /views/gdp what they hold.',
  },
  NoSuchPrices: {
    status: 400,
    title: 'There is no such price list',
    text: 'Goods are valued by published price lists, and there is none of this name as known at that time; `lists` names those that there are, and /views/prices what they hold.',
  },
  NoSuchRates: {
    status: 400,
    title: 'There is no such rate set',
    text: 'Figures are converted by a published rate set, and there is none of this name as known at that time; /views/rates lists what there is.',
  },
  NoSuchFigure: {
    status: 400,
    title: 'The answer has no such figure',
    text: 'Follow the explain address that stands beside a figure of the answer, with the parameters it has.',
  },
  NotExplained: {
    status: 400,
    title: 'The question has no explanations',
    text: 'The question does not say what is behind its figures; /questions lists those that do.',
  },
  UnknownKey: {
    status: 404,
    title: 'There is no such row at that time',
    text: 'The view has no row of this key as of the time asked for, as known at the time asked for; perhaps at another. Keys are case-sensitive, and percent-encoded in an address, slashes too (`%2F`).',
  },
  NothingToPublish: {
    status: 404,
    title: 'There is nothing to publish at that time',
    text: 'There is no pledge of that donor and kind as of the time asked for, as known at the time asked for, and a file of IATI holds at least one activity. Ask for another time, or with fewer filters.',
  },
  UnknownQuestion: {
    status: 404,
    title: 'There is no such question',
    text: 'The questions are listed at /questions; names are case-sensitive.',
  },
  UnknownStream: {
    status: 404,
    title: 'There is no such stream',
    text: 'Streams are named by their kind and id, such as `pledge-p1`; each row of a view and each receipt names one.',
  },
  UnknownView: {
    status: 404,
    title: 'There is no such view',
    text: 'The views are listed at /views; names are case-sensitive.',
  },
  NotAcceptable: {
    status: 406,
    title: 'What was asked for does not come in that form',
    text: 'Views and questions come as application/json, text/csv, application/x-ndjson and as workbooks (XLSX); the header Accept takes none of what there is.',
  },
  NotReady: {
    status: 503,
    title: 'What was asked for is not there yet',
    text: 'The view is being folded for the first time, or the log is ahead of it; send the request again after Retry-After seconds.',
  },
  ReadSideDown: {
    status: 503,
    title: 'Nothing can be read at the moment',
    text: 'The read side does not run; commands are taken all the same. /health/ready says more.',
  },
};
