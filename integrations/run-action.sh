#!/usr/bin/env bash
# Runs the action with the INPUT_* of its environment, for action.yml and the reusable workflows.
set -euo pipefail

if ! command -v node > /dev/null; then
  echo '::error title=pw-workflow-check::this runner has no Node.js: add a step with actions/setup-node (version 20.19 or newer) before this one' >&2
  exit 1
fi
if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
  echo "::error title=pw-workflow-check::Node.js $(node --version) is too old: add a step with actions/setup-node (version 20.19 or newer) before this one" >&2
  exit 1
fi
# start.sh is a stranger's code, and whatever stands in the environment can be read in /proc: the token goes through a
# pipe, and the runner's own credentials go nowhere.
token=${INPUT_TOKEN:-}
unset INPUT_TOKEN GITHUB_TOKEN "${!ACTIONS_@}"
TOKEN_DESCRIPTOR=3 exec node "$(dirname "${BASH_SOURCE[0]}")/../dist/${PW_CHECK_PROGRAM:-action}/index.js" "$@" 3<<< "$token"
