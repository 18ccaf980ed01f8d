import { useEffect, useRef } from 'react';

/** Does something from time to time while the page is looked at, and as soon as somebody looks at it again. */
export function useWhileLookedAt(run: () => unknown, everyMs: number): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && latest.current();
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs]);
}
