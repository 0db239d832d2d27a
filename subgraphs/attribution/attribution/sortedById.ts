/** Records in the order of their ids; the list itself, put in order. */
export function sortedById<Row extends { readonly _id: string }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => (a._id < b._id ? -1 : a._id > b._id ? 1 : 0));
}
