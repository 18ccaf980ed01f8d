/** What this browser keeps for the page, and nothing where it keeps nothing: its user may have forbidden that, or it is full. */
export const storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
  getItem: (key) => orNull(() => localStorage.getItem(key)),
  setItem: (key, value) => void orNull(() => localStorage.setItem(key, value)),
  removeItem: (key) => void orNull(() => localStorage.removeItem(key)),
};

function orNull<Value>(ask: () => Value): Value | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
