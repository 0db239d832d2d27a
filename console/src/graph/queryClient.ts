import { QueryClient } from '@tanstack/react-query';
import { AskError } from './ask';

/** Only a lost connection is worth a second try: what the graph rejected it rejects again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 1 && error instanceof AskError && error.code === 'NETWORK',
      refetchOnWindowFocus: false,
    },
  },
});
