import { portNumber } from '../config/kinds';
import { setting, type SettingTable } from '../config/settings';

export const metricsSettings = {
  metricsPort: setting({
    env: 'CORDON_METRICS_PORT',
    schema: portNumber().optional(),
    description: "Port that serves the process's metrics, at `/metrics`, in Prometheus' form.",
    byDefault: 'none: no metrics are served',
  }),
} satisfies SettingTable;
