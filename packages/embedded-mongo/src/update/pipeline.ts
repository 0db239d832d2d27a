import { shapeStage } from '../aggregate/shapeStages';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Variables } from '../expressions/evaluate';

/**
 * Parses an update in the form of a pipeline.
 * @throws MongoError `InvalidOptions` where a stage reads more than the one document
 */
export function preparePipeline(
  stages: readonly BsonValue[],
  variables?: Variables,
): (document: BsonDocument) => BsonDocument {
  const transforms = stages.map((stage) => {
    const [name] = isDocument(stage) && stage.size === 1 ? stage.keys() : [];
    const transform =
      name === undefined ? undefined : shapeStage(name, (stage as BsonDocument).get(name)!, variables);
    if (transform) return transform;
    throw new MongoError(
      'InvalidOptions',
      `${name ?? 'A stage without a name'} is not allowed to be used within an update`,
    );
  });
  return (document) => transforms.reduce((result, transform) => transform(result), document);
}
