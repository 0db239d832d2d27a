import { definePageInfo } from '../../../shared/subgraph/connectionType';
import { defineSource } from '../../../shared/subgraph/valueTypes';

/** This subgraph's own classes of the types that all subgraphs share. */
export const PageInfo = definePageInfo();
export const Source = defineSource();
