import { runDeployable } from '../../shared/subgraph/runDeployable';
import { readEnforcementConfig } from './config';
import { openEnforcement } from './openEnforcement';

void runDeployable('enforcement', readEnforcementConfig, openEnforcement);
