import { type RefObject, useEffect, useRef } from 'react';

/** Whether the component is still there, for what comes later: the answer to a request whose dialog somebody has closed meanwhile. */
export function useIsHere(): RefObject<boolean> {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
