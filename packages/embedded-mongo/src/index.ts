export { type OpenStore, openStore, type StoreOptions } from './openStore';
export { StoreError, type StoreErrorCode } from './storeError';
export { useStore } from './useStore';
