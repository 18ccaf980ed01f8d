import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents from the printed schema and the example operations; a frontend's own codegen looks the same. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/*.graphql',
  generates: {
    'test/gql/': {
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
  },
};

export default config;
