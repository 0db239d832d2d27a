# One image, each deployable a command of it: see docker-compose.yml.
FROM node:24-slim AS build
WORKDIR /cordon
COPY package.json package-lock.json .npmrc ./
COPY packages packages
COPY console/package.json console/package.json
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json tsconfig.package.json ./
COPY shared shared
COPY subgraphs subgraphs
COPY gateway gateway
COPY cli cli
COPY console console
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production CORDON_HOST=0.0.0.0 APOLLO_TELEMETRY_DISABLED=1
WORKDIR /cordon
COPY --from=build /cordon/package.json ./
COPY --from=build /cordon/node_modules node_modules
# node_modules/@cordon holds links to these.
COPY --from=build /cordon/packages packages
COPY --from=build /cordon/dist dist
COPY --from=build /cordon/console/dist console/dist
COPY gateway/supergraph/supergraph.graphql gateway/supergraph/supergraph.graphql
COPY gateway/readLog/schema.graphql gateway/readLog/schema.graphql
COPY cases cases
USER node
EXPOSE 4000
# Every deployable says whether it is alive on its own port.
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=10 \
  CMD ["node", "-e", "const tls = process.env.CORDON_TLS_CERTIFICATE; require(tls ? 'https' : 'http').get(`http${tls ? 's' : ''}://127.0.0.1:${process.env.PORT ?? 4000}/health/ready`, { rejectUnauthorized: false }, (answer) => process.exit(answer.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
# Room for what requests under way hold: with Node's own 16 MiB it is copied more often, and the process grows for it.
CMD ["node", "--max-semi-space-size=32", "dist/gateway/main.js"]
