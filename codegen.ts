import type { CodegenConfig } from '@graphql-codegen/cli';

/** A frontend's own codegen looks the same. */
const TYPED_DOCUMENTS = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    importExtension: '.ts',
    strictScalars: true,
    scalars: { DateTime: 'string', InviteLink: 'string', Peer: 'string', Secret: 'string' },
  },
} as const;

/** Typed documents from the printed schema: of the example operations, and of the console with what its cache has to know. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    'test/gql/': { ...TYPED_DOCUMENTS, documents: 'schema/operations/*.graphql' },
    'console/src/gql/': { ...TYPED_DOCUMENTS, documents: 'console/src/**/*.graphql' },
    'console/src/gql/introspection.ts': { plugins: ['urql-introspection'], config: { useTypeImports: true } },
  },
};

export default config;
