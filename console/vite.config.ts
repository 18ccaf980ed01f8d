import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000';

/** In development there is no gateway that tells the page how it is opened. `CONSOLE_SIGN_IN=needed` shows the sign-in. */
const bootOfDevelopment: Plugin = {
  name: 'boot-of-development',
  apply: 'serve',
  transformIndexHtml(html) {
    const signIn = process.env['CONSOLE_SIGN_IN'] ?? 'none';
    const boot = { signIn, graphiql: true, telegram: gateway, sandbox: true, secure: true };
    return html.replace('__NONCE__', '').replace('__BOOT__', JSON.stringify(boot));
  },
};

/** `npx vite console` serves the sources and reloads them; what the page asks goes to the gateway of `GATEWAY_URL`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react(), bootOfDevelopment],
  build: {
    // Every browser in which the console works has it; without it nothing is inline that the policy would refuse.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '/graphql': { target: gateway, ws: true, changeOrigin: true },
      '/console/session': { target: gateway, changeOrigin: true },
    },
  },
});
