import { main } from './main';

// The built command line, where there is nothing to prepare: in a container image.
void main(process.argv.slice(2));
