declare module 'fs-native-extensions' {
  /** Takes the kernel's exclusive lock of an open file; false where it is held through another descriptor. */
  export function tryLock(descriptor: number): boolean;
}
