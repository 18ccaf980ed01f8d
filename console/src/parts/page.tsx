import { type ReactNode, useEffect, useRef } from 'react';
import classes from './parts.module.css';

let isFirst = true;

interface PageProps {
  title: string;
  /** Beside the title: buttons, filters. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen under its title, which gets the focus when somebody comes from another screen. */
export function Page({ title, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, []);
  return (
    <>
      <title>{`${title} · Telegram gateway`}</title>
      <div className={classes.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </>
  );
}
