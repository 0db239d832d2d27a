import { portNumber } from '../config/kinds';
import { setting, type SettingTable } from '../config/settings';

export const metricsSettings = {
  metricsPort: setting({
    env: 'CORDON_METRICS_PORT',
    schema: portNumber().optional(),
    description: "Where the process's metrics are served, at `/metrics`, as Prometheus reads them.",
    byDefault: 'none: no metrics are served',
  }),
} satisfies SettingTable;
