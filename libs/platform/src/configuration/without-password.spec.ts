import { withoutPassword } from './without-password.js';

describe('an address as it is printed', () => {
  it.each([
    ['postgres://ledger:s3cret@db:5432/read', 'postgres://ledger:…@db:5432/read'],
    ['postgres://ledger:p@ss:w/rd@db/read', 'postgres://ledger:…@db/read'],
    ['postgres://ledger@db/read', 'postgres://ledger@db/read'],
    ['postgres://db/read?user=a&password=b&sslmode=require', 'postgres://db/read?user=a&password=…&sslmode=require'],
    ['esdb+discover://admin:changeit@a,b,c?tls=true', 'esdb+discover://admin:…@a,b,c?tls=true'],
    ['pglite:.data/read', 'pglite:.data/read'],
  ])('%s is %s', (url, printed) => {
    expect(withoutPassword(url)).toBe(printed);
  });
});
