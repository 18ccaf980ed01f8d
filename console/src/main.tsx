import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { App } from './app.tsx';
import { styleNonce } from './data/boot.ts';
import { client } from './data/client.ts';
import './shell/mantine.css';
import './shell/shell.css';
import { cssVariables, theme } from './shell/theme.ts';

// For the style that a dialog writes to keep the page behind it still.
setNonce(styleNonce);

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <Provider value={client}>
        <App />
      </Provider>
    </MantineProvider>
  </StrictMode>,
);
