# One image for api, worker and migrations; the command decides. Nothing of the build remains in it, and it runs as an
# ordinary user.
FROM node:24-slim AS build
WORKDIR /app
# The manifests first: as long as they do not change, the installation comes out of the cache.
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/demo/package.json apps/demo/
COPY apps/dev-stack/package.json apps/dev-stack/
COPY apps/trail/package.json apps/trail/
COPY apps/web/package.json apps/web/
COPY apps/worker/package.json apps/worker/
COPY libs/application/package.json libs/application/
COPY libs/bpmn-compiler/package.json libs/bpmn-compiler/
COPY libs/calendar/package.json libs/calendar/
COPY libs/contracts/package.json libs/contracts/
COPY libs/domain/package.json libs/domain/
COPY libs/expressions/package.json libs/expressions/
COPY libs/kernel/package.json libs/kernel/
COPY libs/compilation/package.json libs/compilation/
COPY libs/messaging/package.json libs/messaging/
COPY libs/orchestration/package.json libs/orchestration/
COPY libs/persistence/package.json libs/persistence/
COPY libs/platform/package.json libs/platform/
COPY libs/process-runtime/package.json libs/process-runtime/
COPY libs/testing/package.json libs/testing/
COPY libs/trail/package.json libs/trail/
COPY workflows/package.json workflows/
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production FILES_DIR=/data/files LIANBAN_DATA=/data
WORKDIR /app
RUN mkdir -p /data/files && chown -R node:node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/libs libs
COPY --from=build /app/workflows workflows
COPY --from=build /app/prisma prisma
COPY --from=build /app/apps apps
USER node
EXPOSE 8080
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
