/**
 * Yoga and its plugin as CommonJS, in which Node loads their two hundred modules in two thirds of the time; graphql-armor brings
 * parts of the same build.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const { createYoga, isAsyncIterable, shouldRenderGraphiQL }: typeof import('graphql-yoga') =
  require('graphql-yoga');
export const {
  useCSRFPrevention,
}: typeof import('@graphql-yoga/plugin-csrf-prevention') = require('@graphql-yoga/plugin-csrf-prevention');
