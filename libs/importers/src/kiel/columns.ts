/** The columns that are read, by the names the tracker gives them. */
export const columns = {
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

/** The column with the number of the row in the tracker's own sheet, where the file has it. */
export const ROW_NUMBER = 'xlsx_row';

/** Which of them a file may lack. */
const OPTIONAL: readonly string[] = [columns.month, columns.valuation, columns.deliverySource];

/** The columns without which a file is not the tracker's main data. */
export const required: readonly string[] = Object.values(columns).filter((column) => !OPTIONAL.includes(column));
