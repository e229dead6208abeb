# One file for the four services: docker build --target gateway . (or inference, critic, audit).
# Base images are pinned to the minor version; a digest is pinned by whoever releases.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/repository \
    mvn -B -q -ntp -Dmaven.repo.local=/repository -DskipTests package \
      -pl gateway,inference-service,critic-service,audit-service -am \
 && for module in gateway inference-service critic-service audit-service; do \
      java -Djarmode=tools -jar "$module"/target/*-app.jar extract --destination "/app/$module" \
      && mv "/app/$module"/*-app.jar "/app/$module/app.jar"; \
    done

FROM eclipse-temurin:25-jre-noble AS runtime
RUN groupadd --system --gid 10001 glassbox \
 && useradd --system --uid 10001 --gid glassbox --home-dir /var/lib/glassbox --create-home glassbox
COPY --chmod=755 deploy/docker/healthy /usr/local/bin/healthy
USER glassbox
WORKDIR /var/lib/glassbox
# Inside a container the loopback address is nobody's: the network of the composition is the border.
ENV SERVER_ADDRESS=0.0.0.0 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=12 CMD ["healthy"]
ENTRYPOINT ["java", "-jar", "/app/app.jar"]

FROM runtime AS gateway
COPY --from=build /app/gateway /app
ENV SERVER_PORT=8080
EXPOSE 8080

FROM runtime AS inference
USER root
RUN apt-get update \
 && apt-get install -y --no-install-recommends libgomp1 libstdc++6 \
 && rm -rf /var/lib/apt/lists/*
USER glassbox
COPY --from=build /app/inference-service /app
COPY models /models
ENV SERVER_PORT=8081 \
    GLASSBOX_MODELS_DIRECTORY=/models \
    DJL_CACHE_DIR=/var/lib/glassbox/native \
    OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0
EXPOSE 8081

FROM runtime AS critic
# Snippets are compiled: a JDK in place of the JRE. The native libraries are for a cross-encoder, where one is configured.
COPY --from=eclipse-temurin:25-jdk-noble /opt/java/openjdk /opt/java/openjdk
USER root
RUN apt-get update \
 && apt-get install -y --no-install-recommends libgomp1 libstdc++6 \
 && rm -rf /var/lib/apt/lists/*
USER glassbox
COPY --from=build /app/critic-service /app
ENV SERVER_PORT=8082
EXPOSE 8082

FROM runtime AS audit
COPY --from=build /app/audit-service /app
ENV SERVER_PORT=8083
EXPOSE 8083
