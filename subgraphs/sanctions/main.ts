import { runDeployable } from '../../shared/subgraph/runDeployable';
import { readSanctionsConfig } from './config';
import { openSanctions } from './openSanctions';

void runDeployable('sanctions', readSanctionsConfig, openSanctions);
