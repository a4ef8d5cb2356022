/** The columns that are read, by the importer's own names for them, as release 18 of the tracker names them. */
const packaged = {
  id: 'ID',
  donor: 'Countries',
  announced: 'Announcement Date',
  kind: 'Type of Aid General',
  form: 'Type of Aid Specific',
  explanation: 'Explanation',
  currency: 'Original Currency',
  item: 'Items',
  itemType: 'Type of Item',
  units: 'No. of Units',
  unitsDelivered: 'No. of Units Delivered (in-kind military aid)',
  estimateDelivered: 'Value Delivered (own estimate, in USD)',
  committed: 'Total',
  committedEuros: 'Converted Value in EUR',
  deliveredEuros: 'Total monetary value delivered in EUR',
  allocated: 'Allocated Total',
  allocatedEuros: 'Allocated Total in EUR',
  package: 'Allocation ID',
  source1: 'Source of Aid 1',
  source2: 'Source of Aid 2',
  source3: 'Source of Aid 3',
  source4: 'Source of Aid 4',
  deliverySource: 'Source for Delivery',
  valueSource: 'value_source_commitments',
  deliveredValueSource: 'value_source_deliveries',
  month: 'Month3',
  valuation: 'Book\\Replacement value',
} as const;

/** A column by the importer's own name for it. */
export type Column = keyof typeof packaged;

/** The tracker's columns as some of its releases name them; a release has no column where none is named. */
export interface Layout {
  readonly columns: Readonly<Record<Column, string | undefined>>;
  /** Whether the release tells of packages that are set apart, and not of what was committed alone. */
  readonly hasPackages: boolean;
}

/** How release 18 names them. */
export const RELEASE_18: Layout = { columns: packaged, hasPackages: true };

/** How release 7 names them, which tells of commitments and of no packages. */
export const RELEASE_7: Layout = {
  columns: {
    ...packaged,
    donor: 'countries',
    item: 'Items (header blank in source)',
    itemType: 'Type of item',
    unitsDelivered: 'No. of Units delivered (in-kind military aid)',
    estimateDelivered: 'Value delivered (own estimate, in USD)',
    ...{ allocated: undefined, allocatedEuros: undefined, package: undefined, valuation: undefined },
  },
  hasPackages: false,
};

/** The column with the number of the row in the tracker's own sheet, where the file has it. */
export const ROW_NUMBER = 'xlsx_row';

/** Which of them a file may lack. */
const OPTIONAL: readonly Column[] = ['month', 'valuation', 'deliverySource'];

/** The columns without which a file is not of a layout. */
export function required({ columns }: Layout): readonly string[] {
  const names = Object.keys(columns) as Column[];
  return names.flatMap((column) => (OPTIONAL.includes(column) ? [] : (columns[column] ?? [])));
}

/** The layout that a header has most of. */
export function layoutOf(header: readonly string[]): Layout {
  const share = (layout: Layout) => {
    const names = required(layout);
    return names.filter((column) => header.includes(column)).length / names.length;
  };
  return share(RELEASE_7) > share(RELEASE_18) ? RELEASE_7 : RELEASE_18;
}
