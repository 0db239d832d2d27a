import { Schema } from 'mongoose';

/** The stored form of a source inside the fact that rests on it. */
export const sourceSchema = new Schema(
  {
    id: { type: String, required: true },
    title: { type: String, required: true },
    publisher: { type: String, default: null },
    publishedOn: { type: String, default: null },
    url: { type: String, default: null },
    quote: { type: String, default: null },
  },
  { _id: false },
);
