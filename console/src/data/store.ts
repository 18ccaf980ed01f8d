import { useSyncExternalStore } from 'react';

/** A value outside of components, for what lives as long as the page. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  /** The value in a component, which is drawn again when it changes. */
  use(): Value;
  /** A part of the value in a component, which is drawn again when that part changes. */
  usePart<Part>(of: (value: Value) => Part): Part;
}

export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
    usePart: (of) => useSyncExternalStore(subscribe, () => of(value)),
  };
}
