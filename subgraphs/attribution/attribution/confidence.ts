/**
 * Confidence in a statement about a wallet: GraphSense's confidence ids and levels (INTERPOL Dark Web and
 * Virtual Assets Taxonomy, GraphSense `confidence.csv`). The one table of them.
 */
export const confidenceLevels = {
  /** The creator marks the tag as that of a whole cluster, which overrides all others. */
  override: 100,
  /** The creator holds the private key. */
  ownership: 100,
  /** Read from the ledger itself by a reliable procedure. */
  ledger_immanent: 100,
  /** The creator moved funds between two known services. */
  manual_transaction: 90,
  /** From the API of a known and trusted service provider. */
  service_api: 70,
  /** Found in a forensic investigation. */
  forensic_investigation: 70,
  /** From a public authority, such as OFAC's lists. */
  authority_data: 60,
  /** From a trusted third party. */
  trusted_provider: 50,
  /** From a known service, such as a file that an exchange gave. */
  service_data: 50,
  /** From a somewhat trusted report, such as a paper. */
  forensic: 50,
  /** A third party moved funds between two known services. */
  untrusted_transaction: 40,
  /** From crawling the web or another dump. */
  web_crawl: 20,
  /** By a method whose reliability is hard to say. */
  heuristic: 10,
  /** Source and reliability are not known. */
  unknown: 5,
} as const;

export type ConfidenceId = keyof typeof confidenceLevels;

export const confidenceIds = Object.keys(confidenceLevels) as [ConfidenceId, ...ConfidenceId[]];

/** The minimum confidence of an attribution that a trace starts from: that of a trusted third party. */
export const minTraceConfidence = 50;
