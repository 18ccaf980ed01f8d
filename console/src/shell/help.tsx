import { Kbd, Modal, Switch } from '@mantine/core';
import { createStore } from '../data/store.ts';
import { letters, shortcuts } from '../parts/shortcuts.ts';
import classes from './help.module.css';

/** Whether the list of shortcuts is open. */
export const help = createStore(false);

/** The shortcuts that work on this screen. */
export function Help() {
  // Those of the screen first.
  const groups = shortcuts.use().toReversed();
  const isOn = letters.use();
  return (
    <Modal opened={help.use()} onClose={() => help.set(false)} title="Keyboard shortcuts">
      <Switch
        label="Shortcuts of a single letter"
        description="Off: letters do nothing but in fields."
        checked={isOn}
        onChange={({ currentTarget }) => letters.set(currentTarget.checked)}
        mb="md"
      />
      {groups.map(({ group, list }) => (
        <section key={group} className={classes.group}>
          <h3>{group}</h3>
          <dl>
            {list.map(({ keys, label }) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
