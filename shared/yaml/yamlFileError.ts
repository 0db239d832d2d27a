/** A YAML file that cannot be read as what it should be. One line, with the file and, where there is one, the line in it. */
export class YamlFileError extends Error {
  override readonly name = 'YamlFileError';
}
