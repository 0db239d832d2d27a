import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { quarantineReasons } from '../../../shared/rows/importLogRow';

const customerImportDefinition = {
  /** A UUID. */
  _id: { type: String, required: true },
  kind: { type: String, enum: ['CUSTOMERS'], required: true },
  /** The name of the file, without its folders. */
  file: { type: String, required: true },
  /** SHA-256 of the file, in hexadecimal. Null while an import has not ended. */
  digest: { type: String, default: null },
  startedAt: { type: Date, required: true },
  /** Null where it has not ended, or was cut off. */
  endedAt: { type: Date, default: null },
  read: { type: Number, required: true },
  stored: { type: Number, required: true },
  duplicates: { type: Number, required: true },
  quarantined: { type: Number, required: true },
} as const satisfies SchemaDefinition;

/** An import of customers: what became of the rows. */
export type CustomerImportRecord = InferRawDocType<typeof customerImportDefinition>;

export function customerImportModel(connection: Connection): Model<CustomerImportRecord> {
  const schema = new Schema<CustomerImportRecord>(customerImportDefinition, {
    collection: 'customer_imports',
    versionKey: false,
  });
  return connection.model<CustomerImportRecord>('CustomerImport', schema);
}

const quarantinedCustomerDefinition = {
  /** `<import> <line>` */
  _id: { type: String, required: true },
  importId: { type: String, required: true },
  /** Counted from 1. */
  line: { type: Number, required: true },
  problem: { type: String, required: true },
  reason: { type: String, enum: quarantineReasons, required: true },
} as const satisfies SchemaDefinition;

/** A row that became no customer, and why. */
export type QuarantinedCustomerRecord = InferRawDocType<typeof quarantinedCustomerDefinition>;

export function quarantinedCustomerModel(connection: Connection): Model<QuarantinedCustomerRecord> {
  const schema = new Schema<QuarantinedCustomerRecord>(quarantinedCustomerDefinition, {
    collection: 'quarantined_customers',
    versionKey: false,
  });
  schema.index({ importId: 1, line: 1 });
  return connection.model<QuarantinedCustomerRecord>('QuarantinedCustomer', schema);
}
