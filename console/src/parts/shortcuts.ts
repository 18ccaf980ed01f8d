import { useEffect, useRef } from 'react';
import { storage } from '../data/storage.ts';
import { createStore } from '../data/store.ts';

/** Something that a key does. */
export interface Shortcut {
  /** A key as `KeyboardEvent.key` names it, or two, one after the other: `j`, `?`, `g l`. */
  readonly keys: string;
  readonly label: string;
  /** Whether it goes on while the key is held down. */
  readonly isRepeated?: boolean;
  run(): void;
}

interface Group {
  readonly group: string;
  readonly list: readonly Shortcut[];
}

const OFF = 'console-letters-off';
const CHORD_MS = 1_500;

/** Those that work now, for the list of them. */
export const shortcuts = createStore<readonly Group[]>([]);

/** Whether shortcuts of a single letter work. Who dictates text, or hits keys by mistake, switches them off (WCAG 2.1.4). */
const isOn = createStore(storage.getItem(OFF) === null);
export const letters = {
  use: isOn.use,
  set(value: boolean) {
    if (value) storage.removeItem(OFF);
    else storage.setItem(OFF, 'true');
    isOn.set(value);
  },
};

/** Shortcuts that work as long as the component is there. They rest while somebody types, and while a dialog or a menu is open. */
export function useShortcuts(group: string, list: readonly Shortcut[]): void {
  const latest = useRef(list);
  latest.current = list;
  const names = list.map(({ keys, label }) => `${keys}\n${label}`).join('\n\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they do is looked up as it is done
  useEffect(() => {
    const run = (keys: string) => latest.current.find((each) => each.keys === keys)?.run();
    const entry = { group, list: latest.current.map((each) => ({ ...each, run: () => run(each.keys) })) };
    shortcuts.set([...shortcuts.get(), entry]);
    return () => shortcuts.set(shortcuts.get().filter((other) => other !== entry));
  }, [group, names]);
}

let before = { key: '', at: 0 };

function onKey(event: KeyboardEvent): void {
  if (
    event.defaultPrevented ||
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    !isOn.get() ||
    isBusy(event)
  )
    return;
  const chord = event.timeStamp - before.at < CHORD_MS ? `${before.key} ${event.key}` : '';
  const all = shortcuts.get().flatMap(({ list }) => list);
  const found = all.findLast(({ keys }) => keys === chord) ?? all.findLast(({ keys }) => keys === event.key);
  before = { key: event.key, at: event.timeStamp };
  if (!found) return;
  event.preventDefault();
  if (!event.repeat || found.isRepeated) found.run();
}

function isBusy({ target }: KeyboardEvent): boolean {
  const isTyping =
    target instanceof Element &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu]');
  return isTyping !== null || document.querySelector('[aria-modal=true]') !== null;
}

document.addEventListener('keydown', onKey);
