/**
 * What the gateway calls of `node:http`. An `import` reads every export of a module of Node's, and two of this one load undici,
 * fetch and WebSockets for clients, which nothing here uses. It may go when Node lets an import leave them alone.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');
