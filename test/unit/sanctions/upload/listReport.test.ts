import type { DescribedList } from '../../../../subgraphs/sanctions/import/publishList';
import { readReport, reportText } from '../../../../subgraphs/sanctions/upload/listReport';

const described = (list: string, added: number, isThere: boolean) =>
  ({ report: { list, version: '2024-02-01', added, warnings: [] }, isThere }) as unknown as DescribedList;

it('a list that an attempt before has published is reported as it was approved', () => {
  const approved = reportText([described('ofac-sdn', 7, false), described('ofac-cons', 2, false)]);
  const afterTheFirst = [described('ofac-sdn', 0, true), described('ofac-cons', 2, false)];
  expect(reportText(afterTheFirst, readReport(approved))).toBe(approved);
  const changed = [described('ofac-sdn', 0, true), described('ofac-cons', 3, false)];
  expect(reportText(changed, readReport(approved))).not.toBe(approved);
});
