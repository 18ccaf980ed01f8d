import type { GraphQLSchema } from 'graphql';
import type { Plugin, YogaServerInstance } from 'graphql-yoga';
import type { HttpConfig } from '../config.ts';
import type { GatewayContext, RequestScope } from '../context.ts';
import type { Logger } from '../log.ts';
import { corsOptions, useVaryOrigin } from './cors.ts';
import { type ErrorMask, UNEXPECTED } from './error-masking.ts';
import { type GraphiqlTab, useGraphiqlPage } from './graphiql.ts';
import type { Limits } from './limits.ts';
import { watchMutations } from './mutation-outcomes.ts';
import { operationLimits } from './operation-limits.ts';
import { currentRecord } from './request-record.ts';
import { useAccessLog } from './use-access-log.ts';
import { type KeyCheck, useApiKeys } from './use-api-keys.ts';
import { type NodeContext, useBodyLimit } from './use-body-limit.ts';
import { useDeadline } from './use-deadline.ts';
import { useDocuments } from './use-documents.ts';
import { useExecutor } from './use-executor.ts';
import { type Readiness, useHealth } from './use-health.ts';
import { useOperationLimit } from './use-operation-limit.ts';
import { useOperationPrice } from './use-operation-price.ts';
import { useReplays } from './use-replays.ts';
import { useCsrfRefusal, useReadableRequests } from './use-request-checks.ts';
import { GRAPHQL_PATH, useRoutes } from './use-routes.ts';
import { useSourceErrors } from './use-source-errors.ts';
import { useSubscriptionLimit } from './use-subscription-limit.ts';
import { createYoga } from './yoga.ts';

export interface PipelineOptions {
  readonly schema: GraphQLSchema;
  readonly config: HttpConfig;
  readonly log: Logger;
  readonly limits: Limits;
  readonly contextFor: (scope: RequestScope) => GatewayContext;
  readonly maskError: ErrorMask;
  readonly readiness: () => Promise<Readiness>;
  readonly checkKey: KeyCheck;
  readonly tabs: readonly GraphiqlTab[];
  readonly isClosing: () => boolean;
  /** The registry of subscriptions. */
  readonly streams: Plugin;
}

/** Yoga, behind Node's server. */
export type Pipeline = YogaServerInstance<NodeContext, GatewayContext>;

/** Yoga with none of its defaults left to chance, and the plugins in the order in which a request meets them. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { config, limits, isClosing, checkKey } = options;
  const { apiKeys } = config;
  watchMutations(options.schema);
  return createYoga<NodeContext, GatewayContext>({
    schema: options.schema,
    context: () => options.contextFor(currentRecord().scope),
    graphqlEndpoint: GRAPHQL_PATH,
    plugins: [
      useVaryOrigin(config.corsOrigins),
      useAccessLog(options.log),
      useHealth({ readiness: options.readiness, deadlineMs: limits.readinessDeadlineMs, isClosing, apiKeys, checkKey }),
      useRoutes({ isClosing, loopbackOnly: apiKeys.length === 0 }),
      useGraphiqlPage({ isOn: config.graphiql, tabs: options.tabs, needsKey: apiKeys.length > 0 }),
      useApiKeys(apiKeys, checkKey),
      useDeadline(limits.requestDeadlineMs),
      useCsrfRefusal(),
      useReadableRequests(),
      useDocuments(operationLimits(limits)),
      useOperationPrice({ ...limits.price, calls: config.operationCalls }),
      useExecutor(),
      useReplays(),
      useOperationLimit(limits.operationsPerClient, limits.bytesPerClient),
      useSubscriptionLimit(limits.subscriptionsPerClient, limits.bytesPerClient),
      useSourceErrors(),
      options.streams,
      useBodyLimit(limits.bodyBytes),
    ],
    cors: corsOptions(config.corsOrigins),
    maskedErrors: { maskError: options.maskError, errorMessage: UNEXPECTED, isDev: false },
    // `useBodyLimit` and `useDocuments` do it.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    batching: false,
    multipart: false,
    // Replaced by `useGraphiqlPage`, `useRoutes` and `useHealth`; no address ends with the path given here.
    graphiql: false,
    landingPage: false,
    healthCheckEndpoint: '#',
    // The error mask logs what it hides; Yoga would log it again, twice, and expected failures too.
    logging: { debug() {}, info() {}, warn() {}, error() {} },
  });
}
