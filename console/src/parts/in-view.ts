import { useIntersection } from '@mantine/hooks';
import { useRef } from 'react';

/** Whether an element, which takes the `ref`, has come into view once, or near to it. */
export function useSeen() {
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const isSeen = useRef(false);
  isSeen.current ||= entry?.isIntersecting ?? false;
  return { ref, isSeen: isSeen.current };
}
