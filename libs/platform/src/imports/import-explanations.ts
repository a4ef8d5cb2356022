import type { Explanation } from '../problems/explanation.js';

/** What can be wrong with an import. */
export const importExplanations: Readonly<Record<string, Explanation>> = {
  NotThisFormat: {
    status: 400,
    title: 'The file is not of that format',
    text: 'The file is empty, is no CSV in UTF-8, or lacks columns; the detail says which. Nothing was imported.',
  },
  UnknownFormat: {
    status: 404,
    title: 'There is no such format',
    text: 'The formats that can be imported are listed in `formats`.',
  },
  UnknownOperation: {
    status: 404,
    title: 'There is no such operation',
    text: 'A server knows its last hundred imports, and forgets them when it stops. Run the import again: it goes on where it was, or adds nothing.',
  },
  ImportRunning: {
    status: 409,
    title: 'The same release is being imported',
    text: 'One import of a format and release runs at a time; follow the one that runs at `operation`.',
  },
  RowsRejected: {
    status: 422,
    title: 'Some rows could not be read',
    text: 'The rows in `rejects` could not be read, each for the reason given; everything else was imported. Mend the file and import it again, or allow rejects.',
  },
};
