/** The texts of obligations and reports. */
export const obligationTexts = {
  title: 'Obligations',
  hint: 'Reports that are due: late ones first, then by due date.',
  none: 'No obligation is in this state.',
  all: 'All',
  kind: 'Obligation',
  state: 'State',
  owner: 'Owner',
  due: 'Due',
  notDue: 'no rule sets a date',
  rule: 'Rule',
  account: 'Account',
  venue: 'Venue',
  met: 'Met by',
  file: 'File a report',
  reports: 'Filed reports',
  noReports: 'No filed report is recorded.',
  filed: 'Filed',
  reference: 'Reference',
  filedBy: 'Filed by',
  fileTitle: 'Record a filed report',
  reportKind: 'Kind of report',
  filedOn: 'Filed on (YYYY-MM-DD)',
  submit: 'Record the filing',
  fileOther: 'Record a report without an obligation',
  kindNeeded: 'Such as SUSPICIOUS_ACTIVITY_REPORT, or the name of an obligation.',
  aboutAccounts: 'Accounts concerned (ids; Enter adds one)',
  badDay: 'Write the day as YYYY-MM-DD.',
  blocked: 'Report of blocked property',
  blockedHint:
    'As CSV, a row for each account and asset (31 CFR 501.603). It names no process that must not be disclosed. Check it before it is filed.',
  blockedKind: 'Report',
  annual: 'Annual: blocked on a 30 June',
  initial: 'Initial: blocked since a day',
  asOf: 'As of (YYYY-06-30)',
  since: 'Since (YYYY-MM-DD)',
  illustrative: 'Include illustrative (made-up) accounts',
  downloadCsv: 'Download CSV',
  written: (report: {
    readonly rows: number;
    readonly illustrativeOmitted: number;
    readonly otherLawOmitted: number;
  }) =>
    `${report.rows === 1 ? '1 row' : `${report.rows} rows`}. Omitted: ${report.illustrativeOmitted} illustrative accounts, and ${report.otherLawOmitted} blocks under other law.`,
} as const;
