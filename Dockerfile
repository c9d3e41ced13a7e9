# The program with what it calls: bash, git and ShellCheck.
#   docker build --tag pw-workflow-check .
#   docker run --rm --volume "$PWD:/repository" pw-workflow-check lint
FROM node:22-bookworm-slim

RUN apt-get update \
  && apt-get install --yes --no-install-recommends bash ca-certificates curl git procps python3 shellcheck \
  && rm -rf /var/lib/apt/lists/* \
  && git config --system --add safe.directory /repository

COPY LICENSE action.yml package.json /opt/pw-workflow-check/
COPY dist /opt/pw-workflow-check/dist
COPY examples /opt/pw-workflow-check/examples
COPY schemas /opt/pw-workflow-check/schemas
COPY docs/rules /opt/pw-workflow-check/docs/rules
RUN ln -s /opt/pw-workflow-check/dist/cli/index.js /usr/local/bin/pw-workflow-check

USER node
WORKDIR /repository
ENTRYPOINT ["pw-workflow-check"]
CMD ["lint"]
