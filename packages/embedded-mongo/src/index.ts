export { type OpenStore, openStore, type StoreOptions, type StoreWrites } from './openStore';
export { StoreError, type StoreErrorCode } from './storeError';
export { useStore } from './useStore';
