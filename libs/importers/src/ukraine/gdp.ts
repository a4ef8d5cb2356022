import { told, type Told } from './told.js';

/** A row of `gdp_2021.csv`: GDP at current prices, in US dollars. */
export interface Produced {
  readonly code: string;
  readonly name: string;
  readonly gdp: string;
}

/** The day on which the source last changed what the file holds. */
const STATE = '2024-09-19';

const SOURCE = `World Bank, World Development Indicators, GDP (current US$), NY.GDP.MKTP.CD, state of ${STATE}, CC BY 4.0: https://data.worldbank.org/indicator/NY.GDP.MKTP.CD`;

/** What nations produced in the year before the war; the source has no figure of organisations, and none of Taiwan. */
export function grossDomesticProducts(rows: readonly Produced[]): readonly Told[] {
  const figures = rows.map(({ code, gdp }) => ({ party: code, amount: gdp }));
  const table = { gdpId: 'world-bank-2021', year: 2021, currency: 'USD', on: STATE, figures, source: SOURCE };
  return [told('PublishGdp', STATE, table)];
}
