# Server and indexer in an image: docker build --tag tracuu .
# The first stage makes the Debian package, the second is Debian with this package and nothing to build with.
FROM debian:12-slim AS package
WORKDIR /source
COPY .packages .
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
      dpkg-dev file $(awk '$1 == "run" { print $2 }' .packages)
COPY . .
RUN cmake --preset release && \
    cmake --build --preset release && \
    cpack --config build/release/CPackConfig.cmake -B /package

FROM debian:12-slim
# The numbers are fixed, so that folders of the host can be given to them. The package needs no systemd here.
RUN groupadd --gid 10001 tracuu && \
    useradd --uid 10001 --gid 10001 --home-dir /var/lib/tracuu --no-create-home --shell /usr/sbin/nologin tracuu
RUN --mount=type=bind,from=package,source=/package,target=/package \
    apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
      systemd-standalone-sysusers /package/*.deb && \
    rm -rf /var/lib/apt/lists/* && \
    install --directory --owner=tracuu --group=tracuu --mode=0700 /var/lib/tracuu
# The index, and the pages it is made of.
VOLUME /var/lib/tracuu /var/spool/tracuu
WORKDIR /var/lib/tracuu
USER 10001:10001
# Seen from outside, so that the server starts only with TRACUU_TOKEN_FILE or TRACUU_INSECURE=true.
ENV TRACUU_ADDRESS=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=5m \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${TRACUU_PORT:-8080} && printf 'GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
CMD ["tracuu-server", "--config", "/etc/tracuu/tracuu-server.conf"]
