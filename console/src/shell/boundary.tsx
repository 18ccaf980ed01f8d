import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { State } from '../parts/states.tsx';

/** A screen that broke: a mistake of ours, or its files have gone as the console was built anew meanwhile. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <State title="This screen does not work" text="The console may have been built anew meanwhile.">
        <Button onClick={() => location.reload()}>Load the page again</Button>
      </State>
    );
  }
}
