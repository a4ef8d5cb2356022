/**
 * A process that may lead the read side at `argv[2]`, of the log in the file `argv[3]`, until its stdin ends. It says on stdout what is
 * logged, line by line.
 */
import { openSharedReadSide } from '#read-side';
import { openSqliteReader } from '#stores';
import { words } from './toy-answers.js';
import { countedWords } from './counted-words.js';

const [url = '', logFile = ''] = process.argv.slice(2);
const store = openSqliteReader(logFile, { patience: 20 });
const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};
const readSide = openSharedReadSide({ url, store, views: [words, countedWords], mayLead: true, log: say });
process.stdin.on('end', () => {
  void readSide.close().then(() => store.close());
});
process.stdin.resume();
