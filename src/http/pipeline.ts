import type { GraphQLSchema } from 'graphql';
import { type Plugin, YogaServer } from 'graphql-yoga';
import type { Logger } from '../base/log.ts';
import type { HttpConfig } from '../config/index.ts';
import type { GatewayContext, RequestScope } from '../context.ts';
import { behindNode, type Pipeline } from './behind-node.ts';
import type { Sessions } from './console/sessions.ts';
import { useConsole } from './console/use-console.ts';
import { useSignIn } from './console/use-sign-in.ts';
import type { Example } from './examples.ts';
import { useGraphiqlPage } from './graphiql/graphiql.ts';
import type { Limits } from './limits.ts';
import { useAcceptable } from './plugins/use-acceptable.ts';
import { useAccessLog } from './plugins/use-access-log.ts';
import { type KeyCheck, type SessionOf, useApiKeys } from './plugins/use-api-keys.ts';
import { type NodeContext, useBodyLimit } from './plugins/use-body-limit.ts';
import { useDeadline } from './plugins/use-deadline.ts';
import { useDocuments } from './plugins/use-documents.ts';
import { useExecutor } from './plugins/use-executor.ts';
import { useFrontPage } from './plugins/use-front-page.ts';
import { type Readiness, useHealth } from './plugins/use-health.ts';
import { useOperationLimit } from './plugins/use-operation-limit.ts';
import { useOrigins } from './plugins/use-origins.ts';
import { useReplays } from './plugins/use-replays.ts';
import { useCsrfRefusal, useOperationChoice, useReadableRequests } from './plugins/use-request-checks.ts';
import { GRAPHQL_PATH, useRoutes } from './plugins/use-routes.ts';
import { useSchemaDocument } from './plugins/use-schema-document.ts';
import { useSourceErrors } from './plugins/use-source-errors.ts';
import { useSubscriptionLimit } from './plugins/use-subscription-limit.ts';
import { operationLimits } from './price/operation-limits.ts';
import { useOperationPrice } from './price/use-operation-price.ts';
import { type ErrorMask, UNEXPECTED } from './request/error-masking.ts';
import { watchMutations } from './request/mutation-outcomes.ts';
import type { Origins } from './request/origins.ts';
import { currentRecord } from './request/request-record.ts';

export interface PipelineOptions {
  readonly schema: GraphQLSchema;
  readonly config: HttpConfig;
  readonly log: Logger;
  readonly limits: Limits;
  readonly contextFor: (scope: RequestScope) => GatewayContext;
  readonly maskError: ErrorMask;
  readonly readiness: () => Promise<Readiness>;
  readonly checkKey: KeyCheck;
  readonly origins: Origins;
  readonly account: string;
  readonly telegram: string;
  readonly examples: readonly Example[];
  readonly sandbox: boolean;
  /** The folder with the built console, once it is built; `null`: it is not built here. */
  readonly consoleDir: Promise<URL | null>;
  readonly sessions: Sessions;
  readonly sessionOf: SessionOf;
  readonly isClosing: () => boolean;
  /** The registry of subscriptions. */
  readonly streams: Plugin;
}

/** The first examples, which GraphiQL opens with; all stand on the front page. */
const GRAPHIQL_TABS = 6;

/** Yoga with none of its defaults left to chance, and the plugins in the order in which a request meets them. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { config, limits, isClosing, checkKey, examples } = options;
  const { apiKeys, graphiql, console: isOn } = config;
  const needsKey = apiKeys.length > 0;
  const hasConsole = isOn ? options.consoleDir.then((directory) => directory !== null) : null;
  watchMutations(options.schema);
  const yoga = new YogaServer<NodeContext, GatewayContext>({
    schema: options.schema,
    context: () => options.contextFor(currentRecord().scope),
    graphqlEndpoint: GRAPHQL_PATH,
    plugins: [
      useAccessLog(options.log),
      useOrigins(options.origins),
      useHealth({ readiness: options.readiness, deadlineMs: limits.readinessDeadlineMs, isClosing, apiKeys, checkKey }),
      useRoutes({ isClosing, loopbackOnly: !needsKey }),
      useSignIn({ ...options, isOn, needsKey }),
      useConsole({ ...options, isOn, directory: options.consoleDir, needsKey, graphiql }),
      useFrontPage({ ...options, needsKey, graphiql, hasConsole }),
      useGraphiqlPage({ isOn: graphiql, tabs: examples.slice(0, GRAPHIQL_TABS), needsKey }),
      useApiKeys(apiKeys, checkKey, options.sessionOf),
      useSchemaDocument(options.schema),
      useAcceptable(),
      useDeadline(limits.requestDeadlineMs),
      useCsrfRefusal(),
      useReadableRequests(),
      useOperationChoice(),
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
    // `useOrigins` does it.
    cors: false,
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
  return behindNode(yoga);
}
