# Serves a greeting. Preprocessing puts this behind the lines that set its variables; script_submitter runs the result.
set -euo pipefail

mkdir -p site
cat > site/index.html <<PAGE
<!DOCTYPE html>
<title>Hello</title>
<h1>${hello_message}</h1>
PAGE

# pw chooses a port, puts it in the place of {port} and serves it; the endpoint is there while its command runs.
pw endpoints run --name "hello-endpoint-${PW_RUN_SLUG}" -- python3 -m http.server --directory site {port}
