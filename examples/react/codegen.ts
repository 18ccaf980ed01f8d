import type { CodegenConfig } from '@graphql-codegen/cli';

/** Writes src/gql out of the gateway's schema: typed documents, and for the cache what each union and interface may be. */
const config: CodegenConfig = {
  schema: new URL('/schema.graphql', process.env.VITE_GATEWAY_URL ?? 'http://127.0.0.1:4000').href,
  documents: 'src/**/*.{ts,tsx}',
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        importExtension: '.ts',
        strictScalars: true,
        scalars: { DateTime: 'string', InviteLink: 'string', Peer: 'string', Secret: 'string' },
      },
    },
    'src/gql/introspection.ts': { plugins: ['urql-introspection'], config: { useTypeImports: true } },
  },
};

export default config;
