import { runDeployable } from '../../shared/subgraph/runDeployable';
import { readAttributionConfig } from './config';
import { openAttribution } from './openAttribution';

void runDeployable('attribution', readAttributionConfig, openAttribution);
